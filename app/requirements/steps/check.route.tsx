import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GuardFields } from '#app/abuse/guard-fields.tsx'
import { newStamp, readGuard, staleWords } from '#app/abuse/guard.server.ts'
import { fastestSteps, judge } from '#app/abuse/judge.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { CheckAnswers } from '../check-answers.tsx'
import { checkedSteps } from '../checked-steps.ts'
import { draftIdIn } from '../draft-cookie.server.ts'
import { findDraft, type Draft } from '../draft-rows.server.ts'
import { known } from '../known.server.ts'
import { refusalWords } from '../refusal-words.ts'
import type { RequirementRequest } from '../requirement.ts'
import { findSent, shareRequirement } from '../share-requirement.server.ts'
import { textsOf } from './step-data.server.ts'
import { wholeOf } from '../whole-draft.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { draft, request: told } = await wholeDraftOf(request)
  return {
    version: draft.version,
    stamp: newStamp(new Date()),
    checked: checkedSteps(told, {
      titleOf: roleTitle,
      fileName: draft.file?.name ?? '',
      asksBudget: known.budgets.length > 0,
    }),
    isRefused: isRefused(context),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { draft, request: told } = await wholeDraftOf(request)
  const refuse = (words: string, status: number) => {
    markRefused(context)
    return data({ errors: { '': [words] } }, { status })
  }
  if (form.get('version') !== String(draft.version)) return refuse(changedWords, 409)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    return refuse(
      `You have sent several forms already. Send this one ${sayWait(taken.retryAfterSeconds)}.`,
      429,
    )
  }

  const now = new Date()
  const guard = readGuard(Object.fromEntries(textsOf(form)), now)
  if (guard.kind === 'stale') return refuse(staleWords, 422)
  const { origin, id, createdAt } = draft
  // The steps are what takes time, not the page that shows them all.
  const begun = { ...guard, elapsed: now.getTime() - createdAt.getTime() }
  const { message: text, ...person } = told
  const judgement = await judge({ guard: begun, fastest: fastestSteps, person, text, ip: context.ip }, now)
  const shared = await shareRequirement(told, { now, titleOf: roleTitle, origin, draftId: id, judgement })
  if (!shared.ok) return refuse(refusalWords[shared.reason], shared.reason === 'too-many' ? 429 : 409)
  return redirect(paths.startDone(signLink('request', shared.value)), 303)
}

const changedWords = 'Some answers were changed in another tab. Read them once more and send them.'

/** The draft, when all of it can be sent. What was sent already, or has a step left, is elsewhere. */
async function wholeDraftOf(request: Request): Promise<{ draft: Draft; request: RequirementRequest }> {
  const publicId = draftIdIn(request)
  const draft = publicId && (await findDraft(publicId, new Date()))
  if (!draft) {
    const sent = publicId && (await findSent(publicId))
    throw redirect(sent ? paths.startDone(signLink('request', sent)) : paths.start({ lost: true }), 303)
  }
  const whole = wholeOf(draft)
  if ('unfinished' in whole) {
    throw redirect(paths.startStep(whole.unfinished, { change: whole.wasDone, again: whole.wasDone }), 303)
  }
  return { draft, request: whole.request }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(`${shown?.isRefused ? 'Error: ' : ''}Check your answers`)

export default function CheckStep() {
  const { version, stamp, checked } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="step">
      <a className="back" href={paths.startStep('contact')}>
        Back
      </a>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, [])} />
      <h1>Check your answers</h1>
      <p className="lede">Nothing has been sent yet.</p>
      <CheckAnswers checked={checked} />
      <form method="post" className="form">
        <input type="hidden" name="version" value={version} autoComplete="off" />
        <GuardFields stamp={stamp} />
        <div className="btn-row">
          <Button tone="go">Send my request</Button>
          <a className="way-out" href={paths.startLater()}>
            Finish later
          </a>
        </div>
      </form>
    </div>
  )
}
