import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { kindNames, notificationKinds } from '#app/notifications/kinds.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { personName } from '#app/ops/text.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { actOnAway } from '#app/team/away-form.server.ts'
import { AwayPanel } from '#app/team/away-panel.tsx'
import { listAway } from '#app/team/find-member.server.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { changeProfile, changeUnmailed, unmailedOf } from './change-profile.server.ts'
import { roleNames } from './role-names.ts'
import { requireStaff, type Viewer } from './viewer.server.ts'

const profileSchema = z.object({ name: personName(), timeZone: timeZoneSchema })
const mailSchema = z.object({ mail: z.array(z.enum(notificationKinds)).default([]) })

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { id, name, email, role, timeZone } = viewer
  return {
    ...{ name, email, timeZone, role: roleNames[role] },
    zones: zoneChoices(timeZone, new Date()),
    unmailed: await unmailedOf(viewer),
    away: await listAway(id, timeZone, new Date()),
    isSaved: new URL(request.url).searchParams.get('done') === 'saved',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const refused = await actOnProfile(viewer, await readForm(request))
  return refused ? data(refused, { status: 422 }) : redirect(paths.staff.profile({ done: 'saved' }), 303)
}

type Refused = { errors: FormErrors; name?: string }

async function actOnProfile(viewer: Viewer, form: FormData): Promise<Refused | null> {
  switch (form.get('intent')) {
    case 'profile': {
      const parsed = parseFormData(profileSchema, form)
      if (!parsed.ok) return { errors: parsed.errors, name: typedText(parsed.values, 'name') }
      await changeProfile(viewer, parsed.value)
      return null
    }
    case 'mail': {
      const parsed = parseFormData(mailSchema, form)
      if (!parsed.ok) throw new Response(null, { status: 400 })
      const { mail } = parsed.value
      await changeUnmailed(
        viewer,
        notificationKinds.filter((kind) => !mail.includes(kind)),
      )
      return null
    }
    case 'away':
    case 'back': {
      const errors = await actOnAway(viewer, viewer.id, form)
      return errors && { errors }
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = () => describePrivatePage('Profile')

export default function ProfilePage() {
  const { name, email, role, timeZone, zones, unmailed, away, isSaved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <>
      <header className="bar">
        <h1>Profile</h1>
        <span className="label">{role}</span>
        <div className="bar-end">
          <a href={paths.staff.security()}>Security</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(errors)} />
        {isSaved && !refused && <Notice tone="success">Saved.</Notice>}
        <section className="panel" aria-labelledby="you">
          <h2 id="you">You</h2>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="intent" value="profile" />
            <TextField
              name="name"
              label="Name"
              autoComplete="name"
              hint={`You sign in with ${email}.`}
              defaultValue={refused?.name ?? name}
              errors={errors.name}
            />
            <SelectField
              name="timeZone"
              label="Time zone"
              hint="Times on the desk are shown in it, and your tasks fall due by it."
              choices={zones}
              defaultValue={timeZone}
              errors={errors.timeZone}
            />
            <Button>Save</Button>
          </form>
        </section>
        <section className="panel" aria-labelledby="mail">
          <h2 id="mail">What is mailed to you</h2>
          <form method="post" className="form">
            <input type="hidden" name="intent" value="mail" />
            <fieldset className="field">
              <legend>The desk always tells you in the app. Mail me as well when:</legend>
              {notificationKinds.map((kind) => (
                <label key={kind} className="check">
                  <input type="checkbox" name="mail" value={kind} defaultChecked={!unmailed.includes(kind)} />
                  {kindNames[kind]}
                </label>
              ))}
            </fieldset>
            <Button>Save what is mailed</Button>
          </form>
        </section>
        <AwayPanel away={away} errors={errors} />
      </div>
    </>
  )
}
