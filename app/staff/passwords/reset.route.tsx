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
import { db } from '#app/db.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { Gate } from '../gate.tsx'
import { findWeakness } from '../weak-password.ts'
import { newPassword, newPasswordHint } from './new-password.ts'
import { findReset, resetByLink } from './reset-link.server.ts'

const resetSchema = z.object({ password: newPassword() })

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const staff = await findReset(db, params.token ?? '', new Date())
  return data({ email: staff?.email ?? null }, { status: staff ? 200 : 404 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const staff = await findReset(db, token, new Date())
  if (!staff) throw redirect(paths.staff.resetPassword(token), 303)

  const form = await parseForm(resetSchema, request)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  const weakness = findWeakness(form.value.password, staff)
  if (weakness) return data({ errors: { password: [weakness] } }, { status: 422 })

  const isReset = await resetByLink(token, form.value.password, new Date())
  return redirect(isReset ? paths.staff.signIn() : paths.staff.resetPassword(token), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Choose a new password')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function Reset() {
  const { email } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  if (email === null) return <Spent />
  return (
    <Gate heading="Choose a new password" words={`For ${email}. You sign in with it afterwards.`}>
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        {/* Lets the browser's password keeper file the new one under the right name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          name="password"
          type="password"
          label="New password"
          hint={newPasswordHint}
          autoComplete="new-password"
          errors={errors.password}
        />
        <Button tone="go">Set the password</Button>
      </form>
    </Gate>
  )
}

/** Unknown, expired and spent links look the same. */
function Spent() {
  return (
    <Gate heading="This link opens nothing" words="It works once, for an hour after it was asked for.">
      <p>
        <a href={paths.staff.forgot()}>Ask for another one</a>
      </p>
    </Gate>
  )
}
