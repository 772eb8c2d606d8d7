import { render } from '@react-email/components'
import { createElement } from 'react'
import { accountChanged } from './account-changed.tsx'
import { bookingCancelled } from './booking-cancelled.tsx'
import { bookingConfirmed } from './booking-confirmed.tsx'
import { bookingFollowUp } from './booking-follow-up.tsx'
import { bookingGuests } from './booking-guests.tsx'
import { bookingNotice } from './booking-notice.tsx'
import { bookingReassigned } from './booking-reassigned.tsx'
import { bookingReminder } from './booking-reminder.tsx'
import { bookingReopened } from './booking-reopened.tsx'
import { bookingRescheduled } from './booking-rescheduled.tsx'
import { deskNotification } from './desk-notification.tsx'
import { guestInvitation } from './guest-invitation.tsx'
import { guestReminder } from './guest-reminder.tsx'
import { finishLater } from './finish-later.tsx'
import { bookingToConfirm } from './booking-to-confirm.tsx'
import type { LetterDefinition } from './letter.ts'
import { passwordReset } from './password-reset.tsx'
import { DeclineUrl } from './layout.tsx'
import { leadMessage } from './lead-message.tsx'
import { renderPlainText } from './plain-text.ts'
import { messageNotice } from './message-notice.tsx'
import { messageReceived } from './message-received.tsx'
import { yourData } from './your-data.tsx'
import { yourLinks } from './your-links.tsx'
import { requirementNotice } from './requirement-notice.tsx'
import { requirementReceived } from './requirement-received.tsx'
import { staffInvitation } from './staff-invitation.tsx'

/** Every letter that is ever sent, by the name that `letter.kind` holds in the outbox. */
export const letters = {
  'requirement-received': requirementReceived,
  'requirement-notice': requirementNotice,
  'finish-later': finishLater,
  'message-received': messageReceived,
  'message-notice': messageNotice,
  'booking-to-confirm': bookingToConfirm,
  'booking-confirmed': bookingConfirmed,
  'booking-rescheduled': bookingRescheduled,
  'booking-reassigned': bookingReassigned,
  'booking-cancelled': bookingCancelled,
  'booking-reopened': bookingReopened,
  'booking-reminder': bookingReminder,
  'booking-follow-up': bookingFollowUp,
  'booking-guests': bookingGuests,
  'booking-notice': bookingNotice,
  'guest-invitation': guestInvitation,
  'guest-reminder': guestReminder,
  'lead-message': leadMessage,
  'your-links': yourLinks,
  'your-data': yourData,
  'staff-invitation': staffInvitation,
  'password-reset': passwordReset,
  'account-changed': accountChanged,
  'desk-notification': deskNotification,
}

/** Letters that come unasked, after the one that answers: whoever wants none of them says so by a link in each. */
const declinable: readonly LetterKind[] = ['booking-reminder', 'booking-follow-up', 'guest-reminder']

export function mayBeDeclined(kind: string): boolean {
  return declinable.some((each) => each === kind)
}

/** Whether a person wrote it, so that no mail program treats it as a machine's. */
export function isWrittenByHand(kind: string): boolean {
  return kind === 'lead-message'
}

type Registry = typeof letters
type PropsByKind = {
  [Kind in keyof Registry]: Registry[Kind] extends LetterDefinition<infer Props> ? Props : never
}

export type LetterKind = keyof Registry
export type LetterProps<Kind extends LetterKind> = PropsByKind[Kind]
export type RenderedLetter = { subject: string; html: string; text: string }

const definitions: { [Kind in LetterKind]: LetterDefinition<LetterProps<Kind>> } = letters

function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letters, kind)
}

/** What the letter's schema makes of the props. Throws a ZodError when they are not that letter's. */
export function parseProps<Kind extends LetterKind>(kind: Kind, props: unknown): LetterProps<Kind> {
  return definitions[kind].schema.parse(props)
}

/** A letter as it is sent. `declineUrl`: where its kind can be declined. */
export async function renderLetter<Kind extends LetterKind>(
  kind: Kind,
  props: LetterProps<Kind>,
  declineUrl: string | null = null,
): Promise<RenderedLetter> {
  const { subject, Letter } = definitions[kind]
  const page = createElement(DeclineUrl.Provider, { value: declineUrl }, Letter(props))
  // What is typed cannot end the line that a subject is on.
  const oneLine = subject(props).replaceAll(/\p{Cc}+/gu, ' ')
  return { subject: oneLine, html: withoutGaps(await render(page)), text: await renderPlainText(page) }
}

/** React 18 leaves NULs where a sign of several bytes meets the end of its buffer, and mail programs end the letter there. */
function withoutGaps(html: string): string {
  return html.replaceAll('\0', '')
}

/** The letter of an outbox row. Throws when the kind is unknown or the props are of another shape. */
export async function renderStored(
  { kind, props }: { kind: string; props: unknown },
  declineUrl: string | null = null,
): Promise<RenderedLetter> {
  if (!isLetterKind(kind)) throw new Error(`There is no letter named "${kind}"`)
  return renderLetter(kind, parseProps(kind, props), declineUrl)
}
