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
import { Notice } from '#app/ui/notice.tsx'
import { askForRights } from './rights-request.server.ts'

const schema = z.object({ email: emailAddress() })

export function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  return { wasSent: query.has('sent'), isOver: query.has('over'), wasErased: query.has('erased') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(schema, request)
  if (!form.ok) return refuse(form.errors, form.values, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ '': [words] }, form.values, 429)
  }
  await askForRights(form.value.email, new Date())
  return redirect(paths.privacyRequest({ sent: '1' }), 303)
}

function refuse(errors: FormErrors, values: Typed, status: number) {
  return data({ errors, email: typedText(values, 'email') }, { status })
}

export const meta: MetaFunction = () => describePrivatePage('Your data')

export default function RequestRights() {
  const { wasSent, isOver, wasErased } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (wasErased && !refused) return <Erased />
  if (wasSent && !refused) return <Sent />
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, ['email'])} />
      {isOver && !refused && (
        <Notice tone="amber">
          The page with your data was open for a quarter of an hour. Ask for a new link.
        </Notice>
      )}
      <h1>See, correct or erase your data</h1>
      <p className="lede">
        We mail you a link that opens what we hold of your address, once. There you can take a copy, correct
        it, withdraw a consent, or have all of it erased.
      </p>
      <form method="post" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label="Your e-mail address"
          hint="The one that you gave us when you wrote or booked."
          autoComplete="email"
          spellCheck={false}
          defaultValue={refused?.email}
          errors={refused?.errors.email}
        />
        <div>
          <Button tone="go">Send me the link</Button>
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
        If we hold anything of that address, a letter with a link is on its way. It opens for 15 minutes.
      </p>
      <p>
        Nothing after some minutes? Look among the unwanted mail, or{' '}
        <a href={paths.privacyRequest()}>try another address</a>. You can also write to{' '}
        <a href={`mailto:${site.email}`}>{site.email}</a>.
      </p>
    </div>
  )
}

function Erased() {
  return (
    <div className="page">
      <p className="label">Done</p>
      <h1>Your data is erased</h1>
      <p className="lede">
        What you sent, your consultations, the letters to you and our notes are gone, and consultations that
        were still to come are cancelled.
      </p>
      <p>
        A fingerprint of your address stays, from which the address cannot be read: it keeps a list of
        addresses from bringing you back. Copies for emergencies are overwritten within 35 days.
      </p>
    </div>
  )
}
