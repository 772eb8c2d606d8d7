import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { changePassword } from '../passwords/change-password.server.ts'
import { newPassword } from '../passwords/new-password.ts'
import { whyNotProved } from '../passwords/prove-password.server.ts'
import type { From, Session } from '../session.server.ts'
import type { Viewer } from '../viewer.server.ts'
import { findWeakness } from '../weak-password.ts'
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
  type NewAuthenticator,
} from './authenticator.server.ts'
import { endOtherSessions } from './end-sessions.server.ts'
import { addPasskey, removePasskey } from './passkeys.server.ts'

/** What one of the forms on the security page came to. */
export type SecurityAct =
  | { is: 'done'; words: SecurityDone; cookies?: Headers }
  | { is: 'refused'; errors: FormErrors }
  /** The app is to read `uri` from a QR code and then to show its code. */
  | ({ is: 'set-up'; errors?: FormErrors } & NewAuthenticator)
  | { is: 'codes'; recoveryCodes: string[] }

export const securityDone = {
  password: 'Your password is changed, and you are signed out everywhere else.',
  'app-added': 'The authenticator app is on. Its code is asked for from the next time you sign in.',
  'app-removed': 'The authenticator app is removed.',
  'passkey-added': 'The passkey is added. You can sign in with it from now on.',
  'passkey-removed': 'The passkey is removed.',
  'sessions-ended': 'Signed out there.',
} as const
export type SecurityDone = keyof typeof securityDone

const typedPassword = (name: string) =>
  z.object({ [name]: z.string('Enter your password.').max(128, 'Passwords have 128 characters at most.') })

const passwordSchema = z.object({
  current: z.string('Enter your present password.').max(128, 'Passwords have 128 characters at most.'),
  next: newPassword(),
})
/** What the set-up page showed and shows again beside a wrong code: it is kept nowhere but on that page. */
const shownAgain = {
  uri: z.string().max(600).startsWith('otpauth://totp/').catch(''),
  recoveryCodes: z
    .string()
    .regex(/^[\w -]{0,300}$/)
    .catch('')
    .transform((codes) => codes.split(' ').filter(Boolean)),
}
const confirmSchema = z.object({
  code: requiredLine(20, 'Enter the code that the app shows.'),
  ...shownAgain,
})
const passkeySchema = z.object({
  passkeyName: requiredLine(80, 'Give it a name, such as Laptop.'),
  passkeyPassword: z.string('Enter your password.').max(128, 'Passwords have 128 characters at most.'),
  credential: z.string('Your device gave no passkey. Try again.'),
})

/** Does what one of the forms asks (`intent` says which). */
export async function actOnSecurity(session: Session, form: FormData, from: From): Promise<SecurityAct> {
  const { viewer } = session
  switch (form.get('intent')) {
    case 'password':
      return newPasswordFor(viewer, form, from)
    case 'app-begin':
      return withPassword(form, 'appPassword', async (password) => {
        const begun = await beginAuthenticator(viewer, password, from)
        if (begun.ok) return { is: 'set-up', ...begun.value }
        return refuse('appPassword', { ...whyNotProved, 'already-on': 'It is on already.' }[begun.reason])
      })
    case 'app-confirm':
      return confirm(viewer, form, from)
    case 'app-remove':
      return withPassword(form, 'removePassword', async (password) => {
        const removed = await removeAuthenticator(viewer, password, from)
        if (removed.ok) return { is: 'done', words: 'app-removed', cookies: removed.value }
        return refuse('removePassword', whyNotProved[removed.reason])
      })
    case 'codes':
      return withPassword(form, 'codesPassword', async (password) => {
        const renewed = await renewRecoveryCodes(session, password, from)
        if (renewed.ok) return { is: 'codes', recoveryCodes: renewed.value }
        return refuse('codesPassword', { ...whyNotProved, 'not-on': 'There is no app yet.' }[renewed.reason])
      })
    case 'passkey-add':
      return addKey(viewer, form, from)
    case 'passkey-remove':
      return withPassword(form, 'keyPassword', async (password) => {
        const removed = await removePasskey(viewer, { id: uuidIn(form, 'passkey'), password }, from)
        if (removed.ok) return { is: 'done', words: 'passkey-removed', cookies: removed.value }
        return refuse('keyPassword', whyNotProved[removed.reason])
      })
    case 'end-session':
      await endOtherSessions(session, uuidIn(form, 'session'))
      return { is: 'done', words: 'sessions-ended' }
    case 'end-others':
      await endOtherSessions(session)
      return { is: 'done', words: 'sessions-ended' }
    default:
      throw new Response(null, { status: 400 })
  }
}

async function newPasswordFor(viewer: Viewer, form: FormData, from: From): Promise<SecurityAct> {
  const parsed = parseFormData(passwordSchema, form)
  if (!parsed.ok) return { is: 'refused', errors: parsed.errors }
  const weakness = findWeakness(parsed.value.next, viewer)
  if (weakness) return refuse('next', weakness)
  const changed = await changePassword(viewer, parsed.value, from)
  if (changed.ok) return { is: 'done', words: 'password', cookies: changed.value }
  return refuse('current', whyNotProved[changed.reason])
}

async function confirm(viewer: Viewer, form: FormData, from: From): Promise<SecurityAct> {
  const parsed = parseFormData(confirmSchema, form)
  const shown = {
    uri: shownAgain.uri.parse(form.get('uri')),
    recoveryCodes: shownAgain.recoveryCodes.parse(form.get('recoveryCodes')),
  }
  if (!parsed.ok) return { is: 'set-up', ...shown, errors: parsed.errors }
  const confirmed = await confirmAuthenticator(viewer, parsed.value.code, from)
  if (confirmed.ok) return { is: 'done', words: 'app-added', cookies: confirmed.value }
  const words = 'This is not the code that the app shows now. Check that your phone tells the right time.'
  return { is: 'set-up', ...shown, errors: { code: [words] } }
}

async function addKey(viewer: Viewer, form: FormData, from: From): Promise<SecurityAct> {
  const parsed = parseFormData(passkeySchema, form)
  if (!parsed.ok) return { is: 'refused', errors: parsed.errors }
  const { passkeyName: name, passkeyPassword: password, credential } = parsed.value
  const added = await addPasskey(viewer, { name, password, credential }, from)
  if (added.ok) return { is: 'done', words: 'passkey-added', cookies: added.value }
  const words = {
    ...whyNotProved,
    'not-read': 'Your device gave no passkey that we can read. Try again.',
    'too-many': 'Ten passkeys are the most. Remove one first.',
  }
  return refuse(added.reason === 'not-read' ? 'passkeyName' : 'passkeyPassword', words[added.reason])
}

async function withPassword(
  form: FormData,
  name: string,
  act: (password: string) => Promise<SecurityAct>,
): Promise<SecurityAct> {
  const parsed = parseFormData(typedPassword(name), form)
  return parsed.ok ? act(parsed.value[name] ?? '') : { is: 'refused', errors: parsed.errors }
}

function refuse(field: string, words: string): SecurityAct {
  return { is: 'refused', errors: { [field]: [words] } }
}

/** An id that no row has when what was sent is none. */
function uuidIn(form: FormData, name: string): string {
  const parsed = z.uuid().safeParse(form.get(name))
  return parsed.success ? parsed.data : '00000000-0000-0000-0000-000000000000'
}
