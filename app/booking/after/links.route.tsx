import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { emailAddress } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { sendLinks } from './send-links.server.ts'

const linksSchema = z.object({ email: emailAddress() })

export function loader({ request }: LoaderFunctionArgs) {
  return { wasSent: new URL(request.url).searchParams.has('sent') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(linksSchema, request)
  if (!form.ok) return refuse(form.errors, form.values, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ '': [words] }, form.values, 429)
  }
  await sendLinks(form.value.email, new Date())
  return redirect(paths.links({ sent: '1' }), 303)
}

function refuse(errors: FormErrors, values: Typed, status: number) {
  return data({ errors, email: typedText(values, 'email') }, { status })
}

export const meta: MetaFunction = () => describePrivatePage('Send my links again')

export default function Links() {
  const { wasSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (wasSent && !refused) return <Sent />
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, ['email'])} />
      <h1>Send my links again</h1>
      <p className="lede">
        The link to your consultation or your request is in the letter that we sent you. Lost it? We send it
        to the same address again.
      </p>
      <form method="post" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label="Your e-mail address"
          hint="The one that you gave us when you booked or wrote."
          autoComplete="email"
          spellCheck={false}
          defaultValue={refused?.email}
          errors={refused?.errors.email}
        />
        <div>
          <Button tone="go">Send my links</Button>
        </div>
      </form>
    </div>
  )
}

/** The same for every address. */
function Sent() {
  return (
    <div className="page">
      <h1>Look into your mailbox</h1>
      <p className="lede">
        If we have something for that address, a letter with the links to it is on its way.
      </p>
      <p>
        Nothing after some minutes? Look among the unwanted mail, or{' '}
        <a href={paths.links()}>try another address</a>. You can also write to{' '}
        <a href={`mailto:${site.email}`}>{site.email}</a>.
      </p>
    </div>
  )
}
