import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { requireCalendarEditor } from '../scope.server.ts'
import { CalendarFrame } from './calendar-frame.tsx'
import { describeHead } from './calendar-head.server.ts'
import { getCalendar, type WholeCalendar } from './find-calendar.server.ts'
import { actOnHours } from './hours-forms.server.ts'
import { hoursOn, writeHours } from './hours-text.ts'
import { AddSchedulePanel, UsePanel } from './schedule-panels.tsx'
import { WeekForm } from './week-form.tsx'
import { dayFields, weekdayNames } from './week.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const host = await getCalendar(viewer, params.host)
  const shown = shownSchedule(host, request)
  return {
    head: await describeHead(viewer, host, { request, now: new Date() }),
    key: randomUUID(),
    schedules: host.schedules.map(({ id, name, isDefault }) => ({ id, name, isDefault })),
    shown: shown && {
      id: shown.id,
      name: shown.name,
      isDefault: shown.isDefault,
      version: shown.version,
      days: dayFields.map((field, i) => {
        const ranges = hoursOn(shown.hours, (i + 1) as Weekday).map(({ from, until }) => ({ from, until }))
        return { field, text: writeHours(ranges), ranges }
      }),
      types: host.types
        .filter(({ scheduleId }) => (scheduleId ? scheduleId === shown.id : shown.isDefault))
        .map(({ type }) => ({ slug: type.slug, name: type.name })),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireCalendarEditor(viewer)
  const host = await getCalendar(viewer, params.host)
  const shown = shownSchedule(host, request)
  const outcome = await actOnHours(viewer, host.slug, shown?.id ?? '', await readForm(request))
  if (!outcome.ok) return data(outcome.refused, { status: outcome.refused.isLate ? 409 : 422 })
  return redirect(paths.staff.calendarHours(host.slug, outcome.next), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: calendar }) =>
  describePrivatePage(`Hours: ${calendar?.head.name ?? 'Calendar'}`)

export default function HoursPage() {
  const { head, key, schedules, shown } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorsOf = (...intents: string[]) =>
    refused && intents.includes(refused.intent) ? refused.errors : {}
  const typedIn = (intent: string) => (refused?.intent === intent ? refused.typed : null)
  const here = paths.staff.calendarHours(head.slug, { schedule: shown?.id })
  return (
    <CalendarFrame head={head} tab="Hours">
      <ScheduleChips slug={head.slug} schedules={schedules} shown={shown?.id} />
      <div className="split">
        {shown && head.mayChange && (
          <WeekForm
            key={shown.id}
            action={here}
            name={shown.name}
            days={shown.days}
            version={shown.version}
            isLate={refused?.isLate === true}
            typed={typedIn('save')}
            errors={errorsOf('save')}
          />
        )}
        {shown && !head.mayChange && (
          <DefinitionList
            entries={shown.days.map(({ text }, i) => ({
              term: weekdayNames[i] ?? '',
              value: text || <span className="beside">Closed</span>,
            }))}
          />
        )}
        <div className="stack">
          {shown && (
            <UsePanel
              {...shown}
              action={here}
              mayChange={head.mayChange}
              errors={errorsOf('default', 'remove')}
            />
          )}
          {head.mayChange && (
            <AddSchedulePanel
              action={here}
              formKey={key}
              choices={schedules.map(({ id, name }) => ({ value: id, label: `The hours of ${name}` }))}
              shown={shown?.id ?? ''}
              typed={typedIn('add')}
              errors={errorsOf('add')}
            />
          )}
        </div>
      </div>
    </CalendarFrame>
  )
}

function ScheduleChips({
  slug,
  schedules,
  shown,
}: {
  slug: string
  schedules: readonly { id: string; name: string; isDefault: boolean }[]
  shown: string | undefined
}) {
  if (schedules.length < 2) return null
  return (
    <Chips label="Schedules">
      {schedules.map(({ id, name, isDefault }) => (
        <Chip key={id} href={paths.staff.calendarHours(slug, { schedule: id })} isHere={id === shown}>
          {isDefault ? `${name} (default)` : name}
        </Chip>
      ))}
    </Chips>
  )
}

/** The schedule that the address asks for, or the default one. */
function shownSchedule({ schedules }: WholeCalendar, request: Request) {
  const asked = new URL(request.url).searchParams.get('schedule')
  return schedules.find(({ id }) => id === asked) ?? schedules.find(({ isDefault }) => isDefault) ?? null
}
