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
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait } from '#app/ops/rate-limits.server.ts'
import { safeRedirect } from '#app/ops/safe-redirect.ts'
import { emailAddress } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Label } from '#app/ui/label.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { signIn } from './sign-in.server.ts'
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
  const form = await parseForm(signInSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)

  const outcome = await signIn(form.value, { ip: context.ip, request, now: new Date() })
  if (outcome.ok) return redirect(pageAfter(request), { status: 303, headers: outcome.cookies })
  if (outcome.reason === 'wrong') return refuse({ '': [wrongWords] }, form.values)

  const { retryAfterSeconds } = outcome
  const words = `That was too often. Try again ${sayWait(retryAfterSeconds)}.`
  return refuse({ '': [words] }, form.values, {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
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
      <p className="field-hint">
        Forgotten it? Whoever runs the server can give you a new one:{' '}
        <code>npm run staff -- reset EMAIL</code>
      </p>
    </main>
  )
}

/** The same for an address we do not know: the answer tells nobody who works here. */
const wrongWords = 'This e-mail address and password do not belong together.'

function refuse(errors: FormErrors, values: Typed, answer: ResponseInit = { status: 422 }) {
  return data({ errors, email: typedText(values, 'email') }, answer)
}

/** The desk's page that was asked for before signing in; nothing outside the desk. */
function pageAfter(request: Request): string {
  const page = safeRedirect(new URL(request.url).searchParams.get('next'), paths.staff.leads())
  return page.startsWith(`${paths.staff.home()}/`) ? page : paths.staff.leads()
}
