import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait, takeFrom } from '#app/ops/rate-limits.server.ts'
import { emailAddress } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { Gate } from '../gate.tsx'
import { askForReset } from './reset-link.server.ts'

const forgotSchema = z.object({ email: emailAddress() })

export function loader({ request }: LoaderFunctionArgs) {
  return { wasSent: new URL(request.url).searchParams.has('sent') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(forgotSchema, request)
  if (!form.ok) return refuse(form.errors, form.values, 422)
  const taken = await takeFrom('form-burst', context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `That was too often. Try again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ '': [words] }, form.values, 429)
  }
  await askForReset(form.value.email, new Date())
  return redirect(paths.staff.forgot({ sent: '1' }), 303)
}

export const meta: MetaFunction = () => describePrivatePage('A new password')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function Forgot() {
  const { wasSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (wasSent && !refused) return <Sent />
  const { errors = {}, email } = refused ?? {}
  return (
    <Gate heading="A new password" words="We mail you a link that works once, for an hour.">
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="The one you sign in with."
          autoComplete="username"
          defaultValue={email}
          errors={errors.email}
        />
        <Button tone="go">Mail me a link</Button>
      </form>
      <p>
        <a href={paths.staff.signIn()}>Sign in</a>
      </p>
    </Gate>
  )
}

/** The same for every address: it tells nobody who works here. */
function Sent() {
  return (
    <Gate
      heading="Look into your mailbox"
      words="If this address belongs to a member of staff, a link is on its way. It works once, for an hour."
    >
      <p>
        Nothing came? Ask an admin whether you have an account under that address, or whoever runs the server
        for a new password.
      </p>
      <p>
        <a href={paths.staff.signIn()}>Sign in</a>
      </p>
    </Gate>
  )
}

function refuse(errors: FormErrors, values: Typed, status: number) {
  return data({ errors, email: typedText(values, 'email') }, { status })
}
