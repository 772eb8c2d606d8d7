import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { env } from '#app/env.server.ts'
import { letterName, letterStates, letterStateWords } from '#app/leads/letter-state.ts'
import { listLetters, readLetterFilter } from '#app/leads/list-letters.server.ts'
import { describePrivatePage } from '#app/marketing/head.ts'
import { paths } from '#app/paths.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Status } from '#app/ui/status.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const filter = readLetterFilter(new URL(request.url).searchParams)
  const { letters, next } = await listLetters(viewer, filter)
  const now = new Date()
  const sayWhen = (moment: Date) =>
    `${sayShortDate(moment, viewer.timeZone, now)}, ${sayClearTime(moment, viewer.timeZone)}`
  return {
    state: filter.state ?? null,
    isMailOff: env.SMTP_URL === undefined,
    letters: letters.map(({ id, kind, to, state, attempts, createdAt, sentAt, lead }) => ({
      id,
      to,
      state,
      attempts,
      name: letterName(kind),
      written: sayWhen(createdAt),
      sent: sentAt ? sayWhen(sentAt) : null,
      ref: lead?.ref ?? null,
    })),
    newest: filter.after ? paths.staff.letters({ state: filter.state }) : null,
    older: next ? paths.staff.letters({ state: filter.state, after: next }) : null,
  }
}

export const meta: MetaFunction = () => describePrivatePage('Letters')

export default function Letters() {
  const { state, isMailOff, letters, newest, older } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Letters</h1>
      </header>
      <div className="desk-body">
        {isMailOff && (
          <Notice tone="amber" heading="No mail server is set">
            Letters are kept here and not sent. Set SMTP_URL to send them.
          </Notice>
        )}
        <StateChips state={state} />
        {letters.length > 0 ? <LetterTable letters={letters} /> : <NoLetters state={state} />}
        <Pager
          newer={newest ? { href: newest, label: '← Newest' } : null}
          older={older ? { href: older } : null}
        />
      </div>
    </>
  )
}

function StateChips({ state }: { state: LetterState | null }) {
  const chips = [
    { href: paths.staff.letters(), name: 'All', isHere: state === null },
    ...letterStates.map((each) => ({
      href: paths.staff.letters({ state: each }),
      name: letterStateWords[each].name,
      isHere: state === each,
    })),
  ]
  return (
    <nav aria-label="State">
      <ul className="chips">
        {chips.map(({ href, name, isHere }) => (
          <li key={href}>
            <a className="chip" href={href} aria-current={isHere ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Row = {
  id: string
  name: string
  to: string
  state: LetterState
  attempts: number
  written: string
  sent: string | null
  ref: number | null
}

function LetterTable({ letters }: { letters: readonly Row[] }) {
  return (
    <table className="grid">
      <caption className="said">Letters, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Letter</th>
          <th scope="col">To</th>
          <th scope="col">State</th>
          <th scope="col" className="wide">
            Lead
          </th>
          <th scope="col" className="wide">
            Attempts
          </th>
          <th scope="col" className="wide">
            Written
          </th>
          <th scope="col" className="wide">
            Sent
          </th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ id, name, to, state, attempts, written, sent, ref }) => (
          <tr key={id}>
            <th scope="row">
              <a className="row-link" href={paths.staff.letter(id)}>
                {name}
              </a>
            </th>
            <td>{to}</td>
            <td className="state">
              <Status tone={letterStateWords[state].tone}>{letterStateWords[state].name}</Status>
            </td>
            <td className="wide num">{ref ? `L-${ref}` : <span className="beside">–</span>}</td>
            <td className="wide num">{attempts}</td>
            <td className="wide">{written}</td>
            <td className="wide">{sent ?? <span className="beside">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NoLetters({ state }: { state: LetterState | null }) {
  return state ? (
    <EmptyState heading={`No letter is in the state “${letterStateWords[state].name}”`}>
      <p>
        {letterStateWords[state].meaning} <a href={paths.staff.letters()}>Show all letters</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState heading="No letters yet">
      <p>Every requirement and every booking writes its letters here, with what became of them.</p>
    </EmptyState>
  )
}
