import { randomUUID } from 'node:crypto'
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
import { db } from '#app/db.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { requireOffice } from '../scope.server.ts'
import { addCalendar } from './add-calendar.server.ts'
import { calendarName, calendarZone, staffChoice } from './calendar-fields.ts'
import { holderChoices, whyNoHolder } from './holders.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  requireOffice(await requireStaff(request))
  const types = await db.consultationType.findMany({
    where: { active: true },
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const { timeZone, opens, closes } = site.office
  return {
    key: randomUUID(),
    types,
    holders: await holderChoices(),
    timeZone,
    zones: zoneChoices(timeZone, new Date()),
    hours: `${opens} to ${closes}`,
  }
}

const newCalendarSchema = z.object({
  key: z.uuid('Reload the page and try again.'),
  name: calendarName,
  timeZone: calendarZone,
  staff: staffChoice,
  types: z.array(z.uuid()).max(100).default([]),
})

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const form = await parseForm(newCalendarSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)

  const { staff, ...calendar } = form.value
  const added = await addCalendar(viewer, { ...calendar, staffId: staff })
  if (!added.ok) return refuse({ staff: [whyNoHolder[added.reason]] }, form.values)
  return redirect(paths.staff.calendarHours(added.value, { done: 'added' }), 303)
}

function refuse(errors: FormErrors, typed: Typed) {
  const values = {
    key: typedText(typed, 'key'),
    name: typedText(typed, 'name'),
    timeZone: typedText(typed, 'timeZone'),
    staff: typedText(typed, 'staff'),
    types: [typed.types ?? []].flat().map(String),
  }
  return data({ errors, values }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Add a calendar')

/** `key` is sent unseen. */
const shownFields = ['name', 'timeZone', 'staff']

export default function NewCalendarPage() {
  const { key, types, holders, timeZone, zones, hours } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  return (
    <>
      <header className="bar">
        <h1>Add a calendar</h1>
        <div className="bar-end">
          <a href={paths.staff.calendars()}>All calendars</a>
        </div>
      </header>
      <div className="desk-body">
        <form method="post" className="form" noValidate>
          <ErrorSummary problems={problemsOf(errors, shownFields)} />
          <input type="hidden" name="key" value={values?.key || key} />
          <TextField
            name="name"
            label="Name"
            hint="What visitors see beside the time: a person’s name, or what they do"
            defaultValue={values?.name}
            errors={errors.name}
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            hint="Hours are read on this clock."
            choices={zones}
            defaultValue={values?.timeZone || timeZone}
            errors={errors.timeZone}
          />
          <SelectField
            name="staff"
            label="Who holds it"
            hint="They see and change it, and are told of its bookings."
            optional
            choices={holders}
            defaultValue={values?.staff}
            errors={errors.staff}
          />
          <TypeChoices types={types} chosen={values?.types ?? types.map(({ id }) => id)} />
          <p className="field-hint">It begins with hours from Monday to Friday, {hours}. Change them next.</p>
          <div>
            <Button tone="go">Add the calendar</Button>
          </div>
        </form>
      </div>
    </>
  )
}

function TypeChoices({ types, chosen }: { types: { id: string; name: string }[]; chosen: string[] }) {
  if (types.length === 0) return null
  return (
    <fieldset className="field">
      <legend>Can be booked for</legend>
      {types.map(({ id, name }) => (
        <label key={id} className="check">
          <input type="checkbox" name="types" value={id} defaultChecked={chosen.includes(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
