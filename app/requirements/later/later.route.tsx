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
import { emailAddress } from '#app/ops/text.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { noDraftCookie } from '../draft-cookie.server.ts'
import { deleteDraft } from '../draft-rows.server.ts'
import { firstUnfinished } from '../draft.ts'
import { draftOf } from '../steps/step-data.server.ts'
import { keptUntil, sendDraftLink } from './send-draft-link.server.ts'

const schema = z.object({ email: emailAddress() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const draft = await draftOf(request, new Date())
  if (!draft) throw redirect(paths.start({ lost: true }))

  const unfinished = firstUnfinished(draft.steps)
  return {
    keptUntil: keptUntil(draft),
    goOnHref: unfinished ? paths.startStep(unfinished) : paths.startCheck(),
    isSent: new URL(request.url).searchParams.has('sent'),
    isRefused: isRefused(context),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request)
  const draft = await draftOf(request, new Date())
  if (!draft) throw redirect(paths.start({ lost: true }), 303)
  if (fields.get('intent') === 'delete') {
    await deleteDraft(draft.id)
    return redirect(paths.start(), { status: 303, headers: { 'Set-Cookie': noDraftCookie() } })
  }

  const form = parseFormData(schema, fields)
  const refuse = (errors: Record<string, string[]>, status: number) => {
    markRefused(context)
    return data({ values: form.values, errors }, { status })
  }
  if (!form.ok) return refuse(form.errors, 422)
  const taken = await takeFrom('draft-link', context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    return refuse(
      { '': [`Several links were sent already. Ask again ${sayWait(taken.retryAfterSeconds)}.`] },
      429,
    )
  }

  await sendDraftLink(draft, form.value.email)
  return redirect(paths.startLater({ sent: true }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(`${shown?.isRefused ? 'Error: ' : ''}Finish later`)

export default function Later() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <div className="step">
      <a className="back" href={page.goOnHref}>
        Back to the request
      </a>
      <ErrorSummary problems={problemsOf(errors, ['email'])} />
      <h1>Finish later</h1>
      {page.isSent && !refused && (
        <Notice tone="success">The link is on its way. It opens your request on any device.</Notice>
      )}
      <p className="lede">
        What you continued with is kept until {page.keptUntil}. In this browser, come back to this site and
        choose “Share a requirement”.
      </p>
      <form method="post" className="form" noValidate>
        <h2>On another device</h2>
        <TextField
          name="email"
          type="email"
          label="Your e-mail address"
          hint="We send one letter with a link to it, and use the address for nothing else."
          autoComplete="email"
          spellCheck={false}
          defaultValue={typedText(refused?.values, 'email')}
          errors={errors.email ?? []}
        />
        <div>
          <Button>E-mail me the link</Button>
        </div>
      </form>
      <form method="post" className="form">
        <h2>Not at all</h2>
        <p>It is gone at once, in this browser and behind every link to it. Nothing has been sent yet.</p>
        <div>
          <Button tone="danger" name="intent" value="delete">
            Delete what I wrote
          </Button>
        </div>
      </form>
    </div>
  )
}
