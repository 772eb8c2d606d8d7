import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { shownVersion } from '#app/ops/shown-version.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { countryChoices, sayRegion, stateChoices } from '../holidays.server.ts'
import { sayLimits } from '../limit-columns.ts'
import { mayChangeCalendars, requireCalendarEditor, runsTheOffice } from '../scope.server.ts'
import { CalendarFrame } from './calendar-frame.tsx'
import { describeHead } from './calendar-head.server.ts'
import { changeCalendar } from './change-calendar.server.ts'
import { getCalendar, type WholeCalendar } from './find-calendar.server.ts'
import { holderChoices, whyNoHolder } from './holders.server.ts'
import { settingsDifferences } from './settings-differences.ts'
import { SettingsForm } from './settings-form.tsx'
import { settingsOf, settingsSchema, typedSettings } from './settings-forms.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const host = await getCalendar(viewer, params.host)
  const now = new Date()
  const timeZone = host.timeZone as TimeZone
  return {
    head: await describeHead(viewer, host, { request, now }),
    facts: mayChangeCalendars(viewer) ? null : factsOf(host, now),
    values: settingsOf(host),
    version: host.version,
    choices: {
      zones: zoneChoices(timeZone, now),
      countries: countryChoices(),
      states: host.region ? stateChoices(host.region.slice(0, 2)) : [],
      holders: runsTheOffice(viewer) ? await holderChoices(host.id) : null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireCalendarEditor(viewer)
  const host = await getCalendar(viewer, params.host)
  const posted = await readForm(request)
  const version = shownVersion(posted)
  const form = parseFormData(settingsSchema, posted)
  if (!form.ok) return refuse({ ...form, version })

  const settings = { ...form.value.settings, version }
  const changed = await changeCalendar(viewer, host.slug, settings, form.value.office)
  if (changed.ok) return redirect(paths.staff.calendar(host.slug, { done: 'saved' }), 303)
  const { reason } = changed
  if (reason === 'changed-meanwhile')
    return data({ errors: {}, values: typedSettings(form.values), version: null }, { status: 409 })
  return refuse({ values: form.values, version, errors: { staff: [whyNoHolder[reason]] } })
}

function refuse({ values, errors, version }: { values: Typed; errors: FormErrors; version: number | null }) {
  return data({ errors, values: typedSettings(values), version }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: calendar }) =>
  describePrivatePage(calendar?.head.name ?? 'Calendar')

export default function CalendarPage() {
  const { head, facts, values, version, choices } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <CalendarFrame head={head} tab="Settings">
      {facts ? (
        <DefinitionList entries={facts} />
      ) : (
        <SettingsForm
          action={paths.staff.calendar(head.slug)}
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          choices={choices}
          version={refused?.version ?? version}
          meanwhile={refused?.version === null ? settingsDifferences(values, refused.values, choices) : null}
        />
      )}
    </CalendarFrame>
  )
}

function factsOf(host: WholeCalendar, now: Date) {
  return [
    { term: 'Time zone', value: sayZone(host.timeZone as TimeZone, now) },
    { term: 'Public holidays', value: host.region ? sayRegion(host.region) : 'None' },
    ...sayLimits(host),
    { term: 'Held by', value: host.staff?.name ?? 'Nobody yet' },
    { term: 'Can be booked', value: host.active ? 'Yes' : 'No' },
  ]
}
