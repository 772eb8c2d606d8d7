import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { getLetter } from '#app/leads/list-letters.server.ts'
import { mayEdit, requireEditor } from '#app/leads/scope.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Status } from '#app/ui/status.tsx'
import { renderStored } from '#emails/index.ts'
import { letterName, letterStateWords } from './letter-state.ts'
import { withoutSealed } from './sealed.server.ts'
import { sendAgain } from './send-again.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const letter = await getLetter(viewer, params.id)
  const { subject, text } = await renderStored(withoutSealed(letter))
  const { kind, to, toName, state, attempts, lastError, messageId, createdAt, sentAt, lead } = letter
  const say = (moment: Date) => sayMoment(moment, viewer.timeZone)
  return {
    subject,
    text,
    state,
    ref: lead?.ref ?? null,
    maySend: mayEdit(viewer),
    facts: [
      { term: 'Letter', value: letterName(kind) },
      { term: 'To', value: toName ? `${toName} <${to}>` : to },
      { term: 'Written', value: say(createdAt) },
      { term: 'Sent', value: sentAt ? say(sentAt) : '' },
      { term: 'Attempts', value: String(attempts) },
      { term: 'Last answer', value: lastError },
      { term: 'Attached', value: letter.invitation ? 'Invitation for the calendar (.ics)' : '' },
      { term: 'Message-ID', value: messageId },
    ].filter(({ value }) => value !== ''),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const letter = await getLetter(viewer, params.id)
  const copyId = await db.$transaction((tx) => sendAgain(tx, letter.id, new Date()))
  return redirect(paths.staff.letter(copyId ?? letter.id), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: letter }) =>
  describePrivatePage(letter?.subject ?? 'Letter')

/** The letter as plain text: the styles inside its HTML are what this site's own policy forbids on a page. */
export default function LetterPage() {
  const { subject, text, state, ref, maySend, facts } = useLoaderData<typeof loader>()
  const { name, tone, meaning } = letterStateWords[state]
  return (
    <>
      <header className="bar">
        <h1>{subject}</h1>
        <Status tone={tone}>{name}</Status>
        <div className="bar-end">
          {ref !== null && <a href={paths.staff.lead(ref)}>L-{ref}</a>}
          <a href={paths.staff.letters()}>All letters</a>
        </div>
      </header>
      <div className="desk-body split">
        <pre className="panel as-typed letter-text">{text}</pre>
        <div className="stack">
          <section className="panel" aria-labelledby="state">
            <h2 id="state">{name}</h2>
            <p>{meaning}</p>
            <DefinitionList entries={facts} />
            {maySend && (
              <form method="post" className="btn-row">
                <Button small>Send again</Button>
              </form>
            )}
          </section>
        </div>
      </div>
    </>
  )
}
