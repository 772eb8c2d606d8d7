import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait } from '#app/ops/rate-limits.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { Gate } from '../gate.tsx'
import { pageAfter } from '../page-after.ts'
import { enterCode } from './enter-code.server.ts'

const codeSchema = z.object({ code: requiredLine(40, 'Enter the code.') })

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(codeSchema, request)
  if (!form.ok) return refuse(form.errors, 422)

  const entered = await enterCode(form.value.code, { ip: context.ip, request, now: new Date() })
  if (entered.ok) return redirect(pageAfter(request), { status: 303, headers: entered.cookies })
  switch (entered.reason) {
    case 'wrong':
      return refuse({ code: [wrongWords] }, 422)
    case 'expired':
      return redirect(paths.staff.signIn(pageAfter(request)), 303)
    case 'locked':
      return refuse({ '': ['Too many wrong codes. Wait a quarter of an hour, or use a passkey.'] }, 429)
    case 'too-often':
      context.retryAfter(entered.retryAfterSeconds)
      return refuse({ '': [`That was too often. Try again ${sayWait(entered.retryAfterSeconds)}.`] }, 429)
    default:
      return entered satisfies never
  }
}

export const meta: MetaFunction = () => describePrivatePage('Enter the code')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function EnterCode() {
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <Gate heading="One more step" words="Your password was right. Now the code from your authenticator app.">
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        <TextField
          name="code"
          label="Code"
          hint="Six figures. Without the app: one of your recovery codes, such as x7Kq2-m9Rt4."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          errors={errors.code}
        />
        <Button tone="go">Open the desk</Button>
      </form>
      <p>
        <a href={paths.staff.signIn()}>Begin again</a>
      </p>
    </Gate>
  )
}

const wrongWords = 'This code is not right, or it was used already. Wait for the next one.'

function refuse(errors: FormErrors, status: number) {
  return data({ errors }, { status })
}
