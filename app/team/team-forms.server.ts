import { z } from 'zod'
import { env } from '#app/env.server.ts'
import { parseFormData } from '#app/ops/forms.server.ts'
import { emailAddress, personName } from '#app/ops/text.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { staffRoles } from '#app/staff/role-names.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { invite, inviteAgain, withdrawInvitation } from './invitations.server.ts'
import { requireSecondFactorFor } from './settings.server.ts'

export type TeamAct =
  | { is: 'done'; words: 'invited' | 'withdrawn' | 'saved' }
  /** No mail server is set, so whoever invites hands the link over. */
  | { is: 'link'; url: string }
  | { is: 'refused'; errors: FormErrors; typed: { name: string; email: string; role: string } }

const inviteSchema = z.object({
  name: personName('their'),
  email: emailAddress('their'),
  role: z.enum(staffRoles, 'Choose a role.'),
})
const idSchema = z.object({ invitation: z.uuid() })
const factorSchema = z.object({ roles: z.array(z.enum(staffRoles)).default([]) })

/** Does what one of the team page's forms asks (`intent` says which); 403 for all but admins. */
export async function actOnTeam(viewer: Viewer, form: FormData, now: Date): Promise<TeamAct> {
  switch (form.get('intent')) {
    case 'invite': {
      const parsed = parseFormData(inviteSchema, form)
      const typed = {
        name: typedText(parsed.values, 'name'),
        email: typedText(parsed.values, 'email'),
        role: typedText(parsed.values, 'role'),
      }
      if (!parsed.ok) return { is: 'refused', errors: parsed.errors, typed }
      const invited = await invite(viewer, parsed.value, now)
      return invited.ok
        ? sentOrShown(invited.value.url)
        : { is: 'refused', errors: { email: [whyNotInvited[invited.reason]] }, typed }
    }
    case 'again': {
      const again = await inviteAgain(viewer, invitationIn(form), now)
      return again.ok ? sentOrShown(again.value.url) : { is: 'done', words: 'withdrawn' }
    }
    case 'withdraw':
      await withdrawInvitation(viewer, invitationIn(form), now)
      return { is: 'done', words: 'withdrawn' }
    case 'factors': {
      const parsed = parseFormData(factorSchema, form)
      if (!parsed.ok) throw new Response(null, { status: 400 })
      await requireSecondFactorFor(viewer, parsed.value.roles)
      return { is: 'done', words: 'saved' }
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const whyNotInvited = {
  'is-staff': 'Somebody with this address has an account already.',
  'already-invited': 'This address is invited already: send that invitation again below.',
}

function sentOrShown(url: string): TeamAct {
  return env.SMTP_URL ? { is: 'done', words: 'invited' } : { is: 'link', url }
}

function invitationIn(form: FormData): string {
  const parsed = parseFormData(idSchema, form)
  if (!parsed.ok) throw new Response(null, { status: 404 })
  return parsed.value.invitation
}
