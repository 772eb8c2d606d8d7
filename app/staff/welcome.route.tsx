import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { listedZones } from '#app/time/zones.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Label } from '#app/ui/label.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { firstAccountSchema } from './first-account.ts'
import { startSession } from './session.server.ts'
import { createFirstAccount, isUsableSetupLink } from './setup-link.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const isUsable = (await isAllowed(context.ip)) && (await isUsableSetupLink(params.token ?? '', new Date()))
  return data({ isUsable, zones: isUsable ? [...listedZones] : [] }, { status: isUsable ? 200 : 404 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!(await isAllowed(context.ip))) throw new Response(null, { status: 429 })
  const form = await parseForm(firstAccountSchema, request)
  if (!form.ok) {
    const typed = (name: string) => typedText(form.values, name)
    const values = { name: typed('name'), email: typed('email'), timeZone: typed('timeZone') }
    return data({ errors: form.errors, values }, { status: 422 })
  }

  const now = new Date()
  const made = await createFirstAccount(params.token ?? '', form.value, now)
  if (!made) throw redirect(paths.staff.welcome(params.token ?? ''), 303)

  const cookies = await startSession(form.value, { ip: context.ip, request, now })
  return redirect(paths.staff.leads(), { status: 303, headers: cookies ?? new Headers() })
}

export const meta: MetaFunction = () => describePrivatePage('The first account')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function Welcome() {
  const { isUsable } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="gate">
      {isUsable ? <FirstAccountForm /> : <SpentLink />}
    </main>
  )
}

function FirstAccountForm() {
  const { zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors = {}, values } = refused ?? {}
  return (
    <>
      <header>
        <Label>{site.name} · staff</Label>
        <h1>Welcome</h1>
        <p>You are the first here. This account is the admin of the desk.</p>
      </header>
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          defaultValue={values?.name}
          errors={errors.name}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="You sign in with it."
          autoComplete="username"
          defaultValue={values?.email}
          errors={errors.email}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          hint="12 characters or more. Four unrelated words are good."
          autoComplete="new-password"
          errors={errors.password}
        />
        <TextField
          name="timeZone"
          label="Your time zone"
          hint="Times on the desk are shown in it."
          list="zones"
          autoComplete="off"
          defaultValue={values?.timeZone ?? site.office.timeZone}
          errors={errors.timeZone}
        />
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <Button tone="go">Open the desk</Button>
      </form>
    </>
  )
}

/** Unknown, expired and spent links look the same. */
function SpentLink() {
  return (
    <header>
      <Label>{site.name} · staff</Label>
      <h1>This link opens nothing</h1>
      <p>
        It works once, for 24 hours, and only while there is no account. While there is none, each start of
        the server prints a new link.
      </p>
      <p>
        <a href={paths.staff.signIn()}>Sign in</a>
      </p>
    </header>
  )
}

async function isAllowed(ip: string): Promise<boolean> {
  return (await takeFrom('link-page', ip)).ok
}
