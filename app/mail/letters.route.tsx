import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { env } from '#app/env.server.ts'
import { listLetters, readLetterFilter } from '#app/leads/list-letters.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { letterName, letterStates, letterStateWords } from './letter-state.ts'
import { LetterTable } from './letter-table.tsx'
import { NoLetters } from './no-letters.tsx'

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
  return (
    <Chips label="State">
      <Chip href={paths.staff.letters()} isHere={state === null}>
        All
      </Chip>
      {letterStates.map((each) => (
        <Chip key={each} href={paths.staff.letters({ state: each })} isHere={state === each}>
          {letterStateWords[each].name}
        </Chip>
      ))}
    </Chips>
  )
}
