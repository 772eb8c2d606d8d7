import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newStamp, readGuard, staleWords } from '#app/abuse/guard.server.ts'
import { fastestForm, judge } from '#app/abuse/judge.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { describePage } from '#app/seo/head.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { findRole, roleTitle } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { firstUnfinished } from './draft.ts'
import { noticeVersion } from '#app/marketing/notice.ts'
import { known } from './known.server.ts'
import { originFrom, originOfVisit, originPairs } from './origin.ts'
import { QuickForm, quickFields } from './quick-form.tsx'
import { refusalWords } from './refusal-words.ts'
import { mostRoles, quickSchema } from './requirement.ts'
import { shareRequirement } from './share-requirement.server.ts'
import { StartAside } from './start-aside.tsx'
import { LongDoor } from './long-door.tsx'
import { draftOf, textsOf } from './steps/step-data.server.ts'

const schema = quickSchema(known)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const asked = url.searchParams.getAll('role').slice(0, mostRoles)
  const roles = asked.flatMap((slug) => findRole(slug) ?? []).map(({ slug, title }) => ({ slug, title }))
  const carried = originPairs(originOfVisit(url, request.headers.get('referer')))
  const about = {
    roles: roles.map(({ slug }) => slug),
    timeZone: url.searchParams.get('tz') ?? undefined,
    overlap: url.searchParams.get('overlap') ?? undefined,
    from: carried,
  }
  const draft = await draftOf(request, new Date())
  const unfinished = draft && firstUnfinished(draft.steps)
  return {
    roles,
    carried,
    stepsHref: paths.startRoles(about),
    pasteHref: paths.startPaste(about),
    goOnHref: draft && (unfinished ? paths.startStep(unfinished) : paths.startCheck()),
    isLost: url.searchParams.has('lost'),
    newKey: randomUUID(),
    newStamp: newStamp(new Date()),
    noticeVersion,
    isRefused: isRefused(context),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request)
  const form = parseFormData(schema, fields)
  if (!form.ok) return answer(context, { values: form.values, errors: form.errors }, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return answer(context, { values: form.values, errors: { '': [words] } }, 429)
  }

  const now = new Date()
  const guard = readGuard(form.values, now)
  if (guard.kind === 'stale') {
    const values = { ...form.values, opened: undefined }
    return answer(context, { values, errors: { '': [staleWords] } }, 422)
  }
  const { message: text, ...person } = form.value
  const judgement = await judge({ guard, fastest: fastestForm, person, text, ip: context.ip }, now)
  const origin = originFrom(textsOf(fields))
  const shared = await shareRequirement(form.value, { now, titleOf: roleTitle, origin, judgement })
  if (!shared.ok) {
    const status = shared.reason === 'too-many' ? 429 : 422
    // Sent again, it is another request and needs a key of its own.
    const values =
      shared.reason === 'key-reused' ? { ...form.values, idempotencyKey: undefined } : form.values
    return answer(context, { values, errors: { '': [refusalWords[shared.reason]] } }, status)
  }
  return redirect(paths.startDone(signLink('request', shared.value)), 303)
}

function answer(context: AppLoadContext, shown: { values: Typed; errors: FormErrors }, status: number) {
  markRefused(context)
  return data(shown, { status })
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: shown }) =>
  describePage({
    title: shown?.isRefused ? `Error: ${calls.start.label}` : calls.start.label,
    description: `Tell ${site.name} whom your team needs: in a few sentences, or step by step with skills, start and shared hours. No account needed.`,
    path: paths.start(),
    matches,
  })

export default function Start() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <div className="split-page">
      <div>
        <ErrorSummary problems={problemsOf(errors, quickFields)} />
        <h1>{calls.start.label}</h1>
        <p className="lede">{calls.start.sentence}</p>
        {page.isLost && (
          <Notice tone="amber" heading="What you began is not here any more">
            An unfinished request waits for 14 days, in a browser that keeps cookies. You can begin again, or
            send the short form below, which needs no cookie.
          </Notice>
        )}
        {page.goOnHref && (
          <Notice heading="You have begun a request in this browser">
            <p>
              <a href={page.goOnHref}>Go on where you stopped</a>, or{' '}
              <a href={paths.startLater()}>delete it</a>.
            </p>
          </Notice>
        )}
        <section className="door" aria-labelledby="short-way">
          <h2 id="short-way">In your own words</h2>
          <QuickForm {...page} values={refused?.values} errors={errors} />
        </section>
        <LongDoor stepsHref={page.stepsHref} pasteHref={page.pasteHref} />
      </div>
      <StartAside />
    </div>
  )
}
