import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { sayWait, takeFrom } from '#app/ops/rate-limits.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { paragraph } from '#app/ops/text.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { listRoles, roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { draftCookie } from '../draft-cookie.server.ts'
import { addDraft, replaceSteps } from '../draft-rows.server.ts'
import { originFrom, originOfVisit, originPairs } from '../origin.ts'
import { draftOf, textsOf } from '../steps/step-data.server.ts'
import { prefilledSteps } from './prefilled-steps.ts'
import { sayUnderstood } from './say-understood.ts'
import { understand } from './understand.ts'
import { UnderstoodList } from './understood-list.tsx'

const schema = z.object({
  text: paragraph(20_000).refine((text) => text !== '', 'Paste the description.'),
})

export function loader({ request, context }: LoaderFunctionArgs) {
  const origin = originOfVisit(new URL(request.url), request.headers.get('referer'))
  return { carried: originPairs(origin), isRefused: isRefused(context) }
}

/** Read first, so that it can be seen what would be filled in; nothing is kept before that is asked for. */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request)
  const form = parseFormData(schema, fields)
  const answer = (errors: FormErrors, status: number) => {
    markRefused(context)
    return data({ values: form.values, errors, understood: null }, { status })
  }
  if (!form.ok) return answer(form.errors, 422)

  const { text } = form.value
  const understood = understand(text, listRoles())
  if (fields.get('intent') !== 'use') {
    return data(
      { values: form.values, errors: {}, understood: sayUnderstood(understood, roleTitle) },
      { status: 200 },
    )
  }

  const now = new Date()
  const steps = prefilledSteps(understood, text)
  const begun = await draftOf(request, now)
  const taken = begun ? { ok: true as const } : await takeFrom('draft-new', context.ip)
  if (!taken.ok)
    return answer({ '': [`Too many forms were begun here. Go on ${sayWait(taken.retryAfterSeconds)}.`] }, 429)
  const draft = begun
    ? await replaceSteps(begun, steps, now)
    : await addDraft({ steps, origin: originFrom(textsOf(fields)) }, now)
  const headers = { 'Set-Cookie': draftCookie(draft.publicId) }
  return redirect(paths.startStep('roles'), { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(`${shown?.isRefused ? 'Error: ' : ''}Fill it in from a description`)

export default function Paste() {
  const { carried } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors: FormErrors = sent?.errors ?? {}
  return (
    <div className="step">
      <a className="back" href={paths.start()}>
        Back
      </a>
      <ErrorSummary problems={problemsOf(errors, ['text'])} />
      <h1>Fill it in from a description</h1>
      <p className="lede">
        Paste a job description or an e-mail. It is read here on our own server by looking for words, and you
        correct what it got wrong.
      </p>
      <form method="post" className="form" noValidate>
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="text"
          label="The description"
          rows={12}
          defaultValue={typedText(sent?.values, 'text')}
          errors={errors.text ?? []}
        />
        {sent?.understood && <UnderstoodList understood={sent.understood} />}
        <div className="btn-row">
          {sent?.understood && sent.understood.length > 0 && (
            <Button tone="go" name="intent" value="use">
              Fill in my request with this
            </Button>
          )}
          <Button tone={sent?.understood ? 'plain' : 'go'} name="intent" value="read">
            {sent?.understood ? 'Read it again' : 'Read it'}
          </Button>
        </div>
      </form>
    </div>
  )
}
