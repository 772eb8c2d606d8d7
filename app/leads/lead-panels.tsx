import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Status } from '#app/ui/status.tsx'
import {
  personField,
  type describeBooking,
  type describePerson,
  type describeSubmission,
} from './lead-view.ts'
import { StatusMark } from './status-mark.tsx'

type Fact = { term: string; value: string }

export function PersonPanel({
  person,
  facts,
  children,
}: {
  person: ReturnType<typeof describePerson>
  facts: readonly Fact[]
  children?: ReactNode
}) {
  const { name, emails, phone, timeZone, company } = person
  return (
    <section className="panel" aria-labelledby="person">
      <h2 id="person">{name}</h2>
      <DefinitionList
        entries={[
          ...(company ? [{ term: 'Company', value: <CompanyName {...company} /> }] : []),
          ...emails.map((email) => ({ term: 'E-mail', value: <a href={`mailto:${email}`}>{email}</a> })),
          ...(phone
            ? [{ term: 'Telephone', value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> }]
            : []),
          ...(timeZone ? [{ term: 'Time zone', value: timeZone }] : []),
          ...facts,
        ]}
      />
      {children}
    </section>
  )
}

function CompanyName({ name, domain }: { name: string; domain: string | null }) {
  return (
    <>
      {name}
      {domain && domain !== name && <span className="beside"> {domain}</span>}
    </>
  )
}

/** What a form said that differs from what is held: a form never overwrites, so a person decides for each field. */
export function SuggestionsNotice({
  suggestions,
  mayDecide,
  errors,
}: {
  suggestions: readonly { id: string; field: string; value: string }[]
  mayDecide: boolean
  errors: readonly string[]
}) {
  if (suggestions.length === 0) return null
  return (
    <Notice tone="amber" heading="A form says otherwise">
      {errors.map((error) => (
        <p key={error} className="field-error">
          {error}
        </p>
      ))}
      <ul>
        {suggestions.map(({ id, field, value }) => (
          <li key={id}>
            {personField(field)}: <strong>{value}</strong>
            {mayDecide && (
              <form method="post" className="suggestion">
                <input type="hidden" name="intent" value="suggestion" />
                <input type="hidden" name="suggestion" value={id} />
                <Button small name="accept" value="yes">
                  Accept<span className="said"> {personField(field)}</span>
                </Button>
                <Button small tone="quiet" name="accept" value="no">
                  Decline<span className="said"> {personField(field)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type RequirementProps = {
  received: string
  /** When the one before it was received. */
  changes: string | null
  /** `before`: what stood there, if it was something else. */
  answers: readonly { label: string; value: string; before: string | null }[]
}

export function RequirementPanel({ received, changes, answers }: RequirementProps) {
  return (
    // Without a name of its own: a lead may have several, received at one time.
    <section>
      <h2>{changes === null ? 'Requirement' : 'Changed requirement'}</h2>
      <p className="label">
        {received}
        {changes !== null && `, beside the one of ${changes}`}
      </p>
      <DefinitionList
        entries={answers.map(({ label, value, before }) => ({
          term: label,
          value: (
            <>
              <AsTyped>{value}</AsTyped>
              {before !== null && (
                <p className="answer-before">
                  {before === '' ? 'Not said before' : value === '' ? 'Left out now. Before: ' : 'Before: '}
                  <AsTyped>{before}</AsTyped>
                </p>
              )}
            </>
          ),
        }))}
      />
    </section>
  )
}

export function BookingPanel({
  id,
  reference,
  state,
  isCancelled,
  facts,
  room,
}: ReturnType<typeof describeBooking>) {
  return (
    <section aria-labelledby={`booking-${id}`}>
      <h2 id={`booking-${id}`}>
        Consultation <a href={paths.staff.booking(reference)}>{reference}</a>
      </h2>
      <p>
        <Status tone={isCancelled ? 'closed' : 'signal'}>{state}</Status>
        {room && !isCancelled && (
          <>
            {' · '}
            <a href={room}>Open the room</a>
          </>
        )}
      </p>
      <DefinitionList
        entries={facts.map(({ term, value }) => ({ term, value: <AsTyped>{value}</AsTyped> }))}
      />
    </section>
  )
}

function AsTyped({ children }: { children: string }) {
  return <span className="as-typed">{children}</span>
}

/** What came in, to the letter, before anything was made of it. */
export function Submissions({
  submissions,
}: {
  submissions: readonly ReturnType<typeof describeSubmission>[]
}) {
  return (
    <section aria-labelledby="submissions">
      <h2 id="submissions">As it came in</h2>
      {submissions.map(({ id, heading, verbatim }) => (
        <details key={id} className="verbatim">
          <summary>{heading}</summary>
          <pre className="as-typed">{verbatim}</pre>
        </details>
      ))}
    </section>
  )
}

type OtherLead = { ref: number; title: string; status: LeadStatus; createdAt: string; who?: string }
type OtherLeadsProps = { id: string; heading: string; leads: readonly OtherLead[] }

export function OtherLeads({ id, heading, leads }: OtherLeadsProps) {
  if (leads.length === 0) return null
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="plain-list ruled">
        {leads.map(({ ref, title, status, createdAt, who }) => (
          <li key={ref}>
            <a href={paths.staff.lead(ref)}>
              L-{ref} {title}
            </a>
            <br />
            <StatusMark status={status} />{' '}
            <span className="beside">
              {who && `${who}, `}
              {createdAt}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
