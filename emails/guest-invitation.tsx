import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema } from './letter.ts'
import { MeetingTimes } from './meeting-times.tsx'
import { Facts, HowToMeet, Paragraph } from './parts.tsx'
import { nameless, safeName } from './safe-name.ts'

/**
 * What the letters to somebody whom a visitor brings along are told: no link that changes anything, and of all that was
 * typed only the visitor's name.
 */
export const guestSchema = z.object({
  firm: firmSchema,
  /** Who brings them; "Somebody" when the name could carry a message. */
  visitor: z.string().transform((typed) => {
    const name = safeName(typed)
    return name === nameless ? 'Somebody' : name
  }),
  meeting: lineSchema,
  host: lineSchema,
  /** On the visitor's clock: that of a guest is not known. */
  when: meetingTimeSchema,
  whenAtHost: meetingTimeSchema,
  howToMeet: lineSchema,
})

export type GuestMeeting = z.infer<typeof guestSchema>

/** To a guest, whenever something happens to the meeting or to their part in it. */
export const guestInvitation = defineLetter({
  schema: guestSchema.extend({
    what: z.enum(['invited', 'moved', 'changed', 'cancelled', 'reopened', 'uninvited']),
  }),
  subject: ({ what, when }) => `${subjects[what]}: ${when.date}, ${when.time} (${when.zone})`,
  Letter: ({ what, ...meeting }) => (
    <Layout
      firm={meeting.firm}
      title={titles[what]}
      preview={`${meeting.when.date}, ${meeting.when.time} (${meeting.when.zone}), with ${meeting.firm.name}.`}
      why={<WhyGuest {...meeting} />}
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>{sayWhat(what, meeting)}</Paragraph>
      <MeetingOfGuest {...meeting} isOver={what === 'cancelled' || what === 'uninvited'} />
      <Paragraph>{whatItDoes[what]}</Paragraph>
    </Layout>
  ),
})

/** When, what, with whom and where: the middle of each letter to a guest. */
export function MeetingOfGuest({ isOver = false, ...meeting }: GuestMeeting & { isOver?: boolean }) {
  const how = { label: 'How to meet', value: <HowToMeet place={meeting.howToMeet} /> }
  return (
    <>
      <MeetingTimes
        isCancelled={isOver}
        when={meeting.when}
        other={{ whose: meeting.host, when: meeting.whenAtHost }}
      />
      <Facts
        facts={[
          { label: 'What', value: meeting.meeting },
          { label: 'With', value: `${meeting.host}, ${meeting.firm.name}` },
          ...(isOver ? [] : [how]),
        ]}
      />
    </>
  )
}

export function WhyGuest({ firm, visitor }: GuestMeeting) {
  return (
    <WhyVisitor
      firm={firm}
      because={`${visitor} gave this address when inviting others to a consultation.`}
      ifNot={`Not expected? Write to ${firm.email}, and we take it off.`}
    />
  )
}

const subjects = {
  invited: 'Invitation',
  moved: 'Moved',
  changed: 'Changed',
  cancelled: 'Cancelled',
  reopened: 'Takes place after all',
  uninvited: 'No longer needed',
}

const titles = {
  invited: 'You are invited to a consultation',
  moved: 'The consultation has a new time',
  changed: 'The consultation has changed',
  cancelled: 'The consultation is cancelled',
  reopened: 'The consultation takes place after all',
  uninvited: 'You need not come',
}

function sayWhat(what: keyof typeof titles, { firm, visitor }: GuestMeeting): string {
  switch (what) {
    case 'invited':
      return `${visitor} has booked a consultation with ${firm.name} and would like you to be there:`
    case 'moved':
      return `The consultation to which ${visitor} invited you was moved. This is the new time:`
    case 'changed':
      return `Whom you meet, or how, has changed. The time of the consultation to which ${visitor} invited you stays:`
    case 'cancelled':
      return `The consultation to which ${visitor} invited you does not take place:`
    case 'reopened':
      return `The consultation to which ${visitor} invited you had been cancelled. It is on again, at the time it had:`
    case 'uninvited':
      return `The consultation to which ${visitor} had invited you is held without you:`
    default:
      return what satisfies never
  }
}

const whatItDoes = {
  invited: 'The invitation that comes with this letter puts it into your calendar. To change it, ask them.',
  moved: 'The invitation that comes with this letter moves it in your calendar as well.',
  changed: 'The invitation that comes with this letter brings your calendar up to date.',
  cancelled: 'The notice that comes with this letter takes it off your calendar.',
  reopened: 'The invitation that comes with this letter puts it back into your calendar.',
  uninvited:
    'The notice that comes with this letter takes it off your calendar. No more letters about it come.',
}
