import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import requestStyles from '#app/ui/styles/requests.css?url'
import { briefPath, revokeBrief, shareBrief } from '../brief/brief-links.server.ts'
import { describeAnswers } from '../describe-requirement.ts'
import { sayPromise } from '../say-promise.ts'
import { storedAnswersSchema } from '../stored-answers.ts'
import { getFollowed, type Followed } from './find-status.server.ts'
import { isClosed, sayNext, stagesOf, type Progress } from './stages.ts'
import { addVisitorNote, editAnswers, withdrawRequest } from './status-acts.server.ts'
import { statusActSchema, type StatusAct } from './status-acts.ts'
import { BriefPart, EditPart, NotePart, StageList, WithdrawPart } from './status-parts.tsx'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const followed = await getFollowed(params.token ?? '')
  const now = new Date()
  const answers = storedAnswersSchema.parse(followed.payload)
  const progress = progressOf(followed, now)
  const brief = briefPath(followed, now)
  return {
    reference: followed.reference,
    title: followed.title,
    isClosed: isClosed(progress),
    stages: stagesOf(progress),
    next: sayNext(
      progress,
      sayPromise(await promisedBy(db, followed.createdAt), answers.timeZone ?? '') || null,
    ),
    answers: describeAnswers(answers, roleTitle),
    typed: answers,
    briefUrl: brief && env.APP_URL + brief,
    bookHref: paths.book({ request: signLink('request', followed) }),
    done: new URL(request.url).searchParams.get('done'),
    key: randomUUID(),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const followed = await getFollowed(params.token ?? '')
  const form = await parseForm(statusActSchema, request)
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 })
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return data({ values: form.values, errors: { '': [words] } }, { status: 429 })
  }
  await act(followed, form.value, new Date())
  return redirect(paths.status(params.token ?? '', { done: form.value.intent }), 303)
}

async function act(followed: Followed, told: StatusAct, now: Date): Promise<void> {
  switch (told.intent) {
    case 'share':
      return shareBrief(followed.id, now)
    case 'revoke':
      return revokeBrief(followed.id)
    case 'note':
      return addVisitorNote(followed, told, now)
    case 'edit':
      return editAnswers(followed, told, { now, titleOf: roleTitle })
    case 'withdraw':
      return withdrawRequest(followed, told.reason, now)
    default:
      return told satisfies never
  }
}

function progressOf({ lead }: Followed, now: Date): Progress {
  const next = lead.bookings.find(({ status, startsAt }) => status === 'confirmed' && startsAt > now)
  return {
    status: lead.status,
    isTouched: lead.events.length > 0,
    // Zones are checked where they are stored.
    nextCall: next ? sayMoment(next.startsAt, next.visitorTimeZone as TimeZone) : null,
    hadCall: lead.bookings.some(({ status }) => status === 'attended'),
  }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: requestStyles }]

export const meta: MetaFunction = () => describePrivatePage('Where your request stands')

const doneWords: Record<string, string> = {
  share: 'The link for colleagues works now.',
  revoke: 'The link for colleagues does not work any more.',
  note: 'Added. Whoever works on your request sees it.',
  edit: 'Sent. We have your first answers and the changed ones.',
  withdraw: 'Your request is withdrawn. Thank you for telling us.',
}

export default function StatusPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const note = typedText(refused?.values, 'note')
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(errors, ['note', 'message', 'reason'])} />
      {page.done && !refused && doneWords[page.done] && (
        <Notice tone="success">{doneWords[page.done]}</Notice>
      )}
      <p className="label">Request {page.reference}</p>
      <h1>{page.title}</h1>
      <StageList stages={page.stages} />
      <h2>What happens next</h2>
      <p className="lede">{page.next}</p>
      <p className="btn-row no-print">
        <ButtonLink tone="go" href={page.bookHref}>
          Book a free consultation
        </ButtonLink>
      </p>
      <h2>What you sent</h2>
      <DefinitionList
        entries={page.answers.map(({ label, value }) => ({
          term: label,
          value: <span className="as-typed">{value}</span>,
        }))}
      />
      <BriefPart url={page.briefUrl} />
      {!page.isClosed && (
        <>
          <NotePart keyOfForm={page.key} typed={note} errors={errors} />
          <EditPart keyOfForm={page.key} typed={page.typed} errors={errors} />
          <WithdrawPart errors={errors} />
        </>
      )}
      <p>
        To have everything erased that you sent us,{' '}
        <a href={paths.privacyRequest()}>ask for the link to your data</a>.
      </p>
    </div>
  )
}
