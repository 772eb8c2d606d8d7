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
import { personName } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { Gate } from '#app/staff/gate.tsx'
import { newPassword, newPasswordHint } from '#app/staff/passwords/new-password.ts'
import { roleWords } from '#app/staff/role-names.ts'
import { startSession } from '#app/staff/session.server.ts'
import { findWeakness } from '#app/staff/weak-password.ts'
import { listedZones, timeZoneSchema } from '#app/time/zones.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { acceptInvitation, findInvitation } from './invitations.server.ts'

const joinSchema = z.object({ name: personName(), password: newPassword(), timeZone: timeZoneSchema })

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const found = await findInvitation(db, params.token ?? '', new Date())
  const invitation = found && { name: found.name, email: found.email, as: roleWords[found.role] }
  const zones = invitation ? [...listedZones] : []
  return data({ invitation, zones }, { status: invitation ? 200 : 404 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const now = new Date()
  const invitation = await findInvitation(db, token, now)
  if (!invitation) throw redirect(paths.staff.join(token), 303)

  const form = await parseForm(joinSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)
  const { name, password } = form.value
  const weakness = findWeakness(password, { name, email: invitation.email })
  if (weakness) return refuse({ password: [weakness] }, form.values)

  const hasJoined = await acceptInvitation(token, form.value, now)
  if (!hasJoined) throw redirect(paths.staff.join(token), 303)
  const cookies = await startSession({ email: invitation.email, password }, { ip: context.ip, request, now })
  return redirect(paths.staff.home(), { status: 303, headers: cookies ?? new Headers() })
}

function refuse(errors: FormErrors, typed: Typed) {
  const values = { name: typedText(typed, 'name'), timeZone: typedText(typed, 'timeZone') }
  return data({ errors, values }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Join the desk')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function Join() {
  const { invitation, zones } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  if (!invitation) return <Spent />
  return (
    <Gate heading="Join the desk" words={`As ${invitation.as}. You sign in with ${invitation.email}.`}>
      <ErrorSummary problems={problemsOf(errors)} />
      <form method="post" className="form" noValidate>
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          defaultValue={values?.name ?? invitation.name}
          errors={errors.name}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          hint={newPasswordHint}
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
    </Gate>
  )
}

/** Unknown, expired, withdrawn and spent links look the same. */
function Spent() {
  return (
    <Gate
      heading="This link opens nothing"
      words="An invitation works once, for three days. Ask whoever invited you to send it again."
    >
      <p>
        <a href={paths.staff.signIn()}>Sign in</a>
      </p>
    </Gate>
  )
}
