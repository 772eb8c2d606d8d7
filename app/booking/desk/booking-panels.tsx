import { letterStateWords } from '#app/mail/letter-state.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Status } from '#app/ui/status.tsx'
import { Guard, type Shown } from './booking-guard.tsx'
import type { LetterLine } from './booking-view.ts'

type Fact = { term: string; value: string }
type When = {
  status: string
  when: { date: string; time: string; zone: string }
  clocks: readonly Fact[]
  meeting: {
    type: string
    host: string
    location: string
    isLink: boolean
    booked: string
    cancelled: string | null
  }
}

/** When it is, large and on the viewer's clock; the others' clocks and how to meet below. */
export function WhenPanel({ status, when, clocks, meeting }: When) {
  const words = `${when.date}, ${when.time}`
  return (
    <section className="panel" aria-labelledby="when">
      <h2 id="when" className="desk-when">
        {status === 'cancelled' ? <del>{words}</del> : words}
      </h2>
      <p className="label">{when.zone}</p>
      <DefinitionList
        entries={[
          { term: 'With', value: meeting.host },
          ...clocks,
          { term: 'What', value: meeting.type },
          { term: 'How', value: meeting.isLink ? <Room href={meeting.location} /> : meeting.location },
          { term: 'Booked', value: meeting.booked },
          ...(meeting.cancelled
            ? [{ term: 'Cancelled', value: <span className="as-typed">{meeting.cancelled}</span> }]
            : []),
        ]}
      />
    </section>
  )
}

function Room({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer">
      {href.replace('https://', '')}
    </a>
  )
}

type Visitor = {
  name: string
  email: string
  company: string
  phone: string
  guests: readonly string[]
  ref: number
}

export function WhoPanel({ visitor: { name, email, company, phone, guests, ref } }: { visitor: Visitor }) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who</h2>
      <DefinitionList
        entries={[
          { term: 'Name', value: name },
          ...(company ? [{ term: 'Company', value: company }] : []),
          { term: 'E-mail', value: <a href={`mailto:${email}`}>{email}</a> },
          ...(phone
            ? [{ term: 'Telephone', value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> }]
            : []),
          ...(guests.length > 0 ? [{ term: 'Guests', value: <Addresses of={guests} /> }] : []),
          { term: 'Lead', value: <a href={paths.staff.lead(ref)}>L-{ref}</a> },
        ]}
      />
    </section>
  )
}

function Addresses({ of: addresses }: { of: readonly string[] }) {
  return (
    <ul className="addresses">
      {addresses.map((address) => (
        <li key={address}>
          <a href={`mailto:${address}`}>{address}</a>
        </li>
      ))}
    </ul>
  )
}

export function AnswersPanel({ answers }: { answers: readonly Fact[] }) {
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">What they told us</h2>
      <DefinitionList
        entries={answers.map(({ term, value }) => ({
          term,
          value: <span className="as-typed">{value}</span>,
        }))}
      />
    </section>
  )
}

type Letters = Shown & { letters: readonly LetterLine[]; mayChange: boolean }

export function LettersPanel({ letters, mayChange, ...shown }: Letters) {
  if (letters.length === 0) return null
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">Letters</h2>
      <ul className="plain-list ruled">
        {letters.map((letter) => (
          <li key={letter.id} className="spread">
            <LetterWords {...letter} />
            {mayChange && letter.maySendAgain && (
              <form method="post">
                <Guard {...shown} />
                <input type="hidden" name="letter" value={letter.id} />
                <Button
                  small
                  name="intent"
                  value="send-again"
                  aria-label={`Send again: ${letter.name} to ${letter.to}`}
                >
                  Send again
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function LetterWords({ id, name, to, state, when }: LetterLine) {
  const { tone, name: stateName } = letterStateWords[state]
  return (
    <div>
      <a href={paths.staff.letter(id)}>{name}</a> <span className="beside">to {to}</span>
      <br />
      <Status tone={tone}>{stateName}</Status> <span className="label">{when}</span>
    </div>
  )
}
