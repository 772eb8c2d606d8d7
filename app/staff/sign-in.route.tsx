import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { describePrivatePage } from '#app/seo/head.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { sayWait, takeFrom } from '#app/ops/rate-limits.server.ts'
import { emailAddress } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Label } from '#app/ui/label.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { PasskeyForm } from './factors/passkey-form.tsx'
import { signInWithPasskey } from './factors/passkeys.server.ts'
import type { From } from './session.server.ts'
import { signIn } from './sign-in.server.ts'
import { pageAfter } from './page-after.ts'
import { findViewer } from './viewer.server.ts'

const signInSchema = z.object({
  email: emailAddress(),
  password: z.string('Enter your password.').max(128, 'Passwords have 128 characters at most.'),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request)
  return viewer ? redirect(pageAfter(request), 303) : null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await readForm(request)
  const from = { ip: context.ip, request, now: new Date() }
  if (posted.get('intent') === 'passkey-sign-in') return openByPasskey(posted, from)
  const form = parseFormData(signInSchema, posted)
  if (!form.ok) return refuse(form.errors, form.values)

  const outcome = await signIn(form.value, from)
  if (outcome.ok) {
    const to = outcome.needsCode ? paths.staff.enterCode(pageAfter(request)) : pageAfter(request)
    return redirect(to, { status: 303, headers: outcome.cookies })
  }
  if (outcome.reason === 'wrong') return refuse({ '': [wrongWords] }, form.values)
  return refuseForNow(outcome.retryAfterSeconds, form.values)
}

async function openByPasskey(posted: FormData, from: From) {
  const taken = await takeFrom('sign-in-address', from.ip)
  if (!taken.ok) return refuseForNow(taken.retryAfterSeconds, {})
  const cookies = await signInWithPasskey(String(posted.get('credential')), from)
  if (cookies) return redirect(pageAfter(from.request), { status: 303, headers: cookies })
  return refuse({ '': ['This passkey opens no account here. Use your e-mail address and password.'] }, {})
}

export const meta: MetaFunction = () => describePrivatePage('Sign in')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function SignIn() {
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <main id="main" className="gate">
      <header>
        <Label>{site.name} · staff</Label>
        <h1>Sign in</h1>
      </header>
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          defaultValue={refused?.email}
          errors={errors.email}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          errors={errors.password}
        />
        <Button tone="go">Sign in</Button>
      </form>
      <PasskeyForm purpose="sign-in" button="Sign in with a passkey" />
      <p>
        <a href={paths.staff.forgot()}>I forgot my password</a>
      </p>
    </main>
  )
}

/** The same for an address we do not know: the answer tells nobody who works here. */
const wrongWords = 'This e-mail address and password do not belong together.'

function refuse(errors: FormErrors, values: Typed, answer: ResponseInit = { status: 422 }) {
  return data({ errors, email: typedText(values, 'email') }, answer)
}

function refuseForNow(retryAfterSeconds: number, values: Typed) {
  const words = `That was too often. Try again ${sayWait(retryAfterSeconds)}.`
  return refuse({ '': [words] }, values, {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
}
