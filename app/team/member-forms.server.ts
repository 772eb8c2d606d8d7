import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { staffRoles } from '#app/staff/role-names.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { actOnAway } from './away-form.server.ts'
import { changeRole, changeShare, setDisabled, type MemberRefusal } from './change-member.server.ts'

type Refused = { errors: FormErrors; typed: { weight?: string; cap?: string } }

const roleSchema = z.object({ role: z.enum(staffRoles, 'Choose a role.') })
const whole = (text: string | undefined, most: number) =>
  text !== undefined && /^\d{1,5}$/.test(text.trim()) && Number(text) <= most
const shareSchema = z.object({
  weight: z
    .string()
    .optional()
    .refine((text) => whole(text, 100), 'Write a whole number from 0 to 100.')
    .transform(Number),
  cap: z
    .string()
    .optional()
    .refine((text) => !text?.trim() || whole(text, 10_000), 'Write a whole number up to 10000, or nothing.')
    .transform((text) => (text?.trim() ? Number(text) : null)),
})

/** Does what one of the forms on a member's page asks; null when it is done. */
export async function actOnMember(
  viewer: Viewer,
  id: string,
  form: FormData,
  now: Date,
): Promise<Refused | null> {
  switch (form.get('intent')) {
    case 'role': {
      const parsed = parseFormData(roleSchema, form)
      if (!parsed.ok) return { errors: parsed.errors, typed: {} }
      return unlessRefused('role', await changeRole(viewer, id, parsed.value.role, now))
    }
    case 'share': {
      const parsed = parseFormData(shareSchema, form)
      const { values } = parsed
      const typed = { weight: typedText(values, 'weight'), cap: typedText(values, 'cap') }
      if (!parsed.ok) return { errors: parsed.errors, typed }
      return unlessRefused('weight', await changeShare(viewer, id, parsed.value))
    }
    case 'disable':
      return unlessRefused('', await setDisabled(viewer, id, true, now))
    case 'enable':
      return unlessRefused('', await setDisabled(viewer, id, false, now))
    case 'away':
    case 'back': {
      const errors = await actOnAway(viewer, id, form)
      return errors && { errors, typed: {} }
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const whyNot: Record<MemberRefusal, string> = {
  'last-admin': 'This is the last admin who can sign in. Make somebody else an admin first.',
}

function unlessRefused(
  field: string,
  outcome: { ok: true } | { ok: false; reason: MemberRefusal },
): Refused | null {
  return outcome.ok ? null : { errors: { [field]: [whyNot[outcome.reason]] }, typed: {} }
}
