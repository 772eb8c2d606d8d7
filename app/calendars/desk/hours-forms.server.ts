import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import type { Outcome } from '#app/ops/outcome.ts'
import { shownVersion } from '#app/ops/shown-version.ts'
import { line, requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { DeskDone } from '#app/desk-paths.ts'
import type { TimeRange, WeeklyRange } from '#app/slots/availability.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import { readHours } from './hours-text.ts'
import {
  addSchedule,
  makeDefault,
  removeSchedule,
  saveSchedule,
  type ScheduleRefusal,
} from './schedule-acts.server.ts'
import { dayFields } from './week.ts'

/** One of the page's forms that was refused, to be shown again. */
export type RefusedHours = {
  intent: string
  errors: FormErrors
  typed: Record<string, string>
  /** A colleague saved the schedule since this form was drawn. */
  isLate?: boolean
}
/** The schedule to show next; the default one when undefined. */
type Next = { done: DeskDone; schedule: string | undefined }
export type HoursAct = { ok: true; next: Next } | { ok: false; refused: RefusedHours }

/** For a field's text: the hours of one day; a refusal says how to write them. */
export function asHours(text: string, context: z.RefinementCtx): TimeRange[] {
  const read = readHours(text)
  if (read.ok) return read.ranges
  context.addIssue({ code: 'custom', message: read.message })
  return z.NEVER
}

const hoursLine = line(150).transform(asHours)
const scheduleName = requiredLine(60, 'Enter a name, such as Working hours.')
const saveSchema = z.object({
  name: scheduleName,
  mon: hoursLine,
  tue: hoursLine,
  wed: hoursLine,
  thu: hoursLine,
  fri: hoursLine,
  sat: hoursLine,
  sun: hoursLine,
})
const addSchema = z.object({
  key: z.uuid('Reload the page and try again.'),
  newName: scheduleName,
  copyOf: z.uuid('Choose a schedule from the list.').optional(),
})

/** Does what one of the forms of the hours page asks (`intent` says which) for the schedule that is shown. */
export async function actOnHours(
  viewer: Viewer,
  slug: string | undefined,
  shown: string,
  form: FormData,
): Promise<HoursAct> {
  switch (form.get('intent')) {
    case 'save': {
      const parsed = parseFormData(saveSchema, form)
      if (!parsed.ok) return refusal('save', parsed)
      const { name, ...week } = parsed.value
      const saved = await saveSchedule(viewer, slug, {
        ...{ id: shown, name, hours: weekOf(week) },
        version: shownVersion(form),
      })
      return answer('save', saved, parsed.values, { done: 'saved', schedule: shown })
    }
    case 'add': {
      const parsed = parseFormData(addSchema, form)
      if (!parsed.ok) return refusal('add', parsed)
      const { key, newName, copyOf = null } = parsed.value
      const added = await addSchedule(viewer, slug, { key, name: newName, copyOf })
      return answer('add', added, parsed.values, { done: 'added', schedule: key })
    }
    case 'default': {
      const changed = await makeDefault(viewer, slug, shown)
      return answer('default', changed, {}, { done: 'saved', schedule: shown })
    }
    case 'remove': {
      const removed = await removeSchedule(viewer, slug, shown)
      return answer('remove', removed, {}, { done: 'removed', schedule: undefined })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const whyNot: Record<Exclude<ScheduleRefusal, 'changed-meanwhile'>, string> = {
  'name-taken': 'This calendar has a schedule of that name. Choose another name.',
  'too-many': 'Twenty schedules are enough. Remove one that nothing uses.',
  gone: 'A colleague removed this schedule meanwhile.',
  'is-default': 'This is the default schedule. Make another one the default first.',
  'in-use': 'A type of consultation uses this schedule. Choose another one there first.',
}

function answer(
  intent: string,
  outcome: Outcome<unknown, ScheduleRefusal>,
  values: Typed,
  next: Next,
): HoursAct {
  if (outcome.ok) return { ok: true, next }
  if (outcome.reason === 'changed-meanwhile') {
    return { ok: false, refused: { intent, errors: {}, typed: typedIn(values), isLate: true } }
  }
  const isAboutName = outcome.reason === 'name-taken'
  const field = isAboutName ? (intent === 'add' ? 'newName' : 'name') : ''
  return refusal(intent, { errors: { [field]: [whyNot[outcome.reason]] }, values })
}

function refusal(intent: string, { errors, values }: { errors: FormErrors; values: Typed }): HoursAct {
  return { ok: false, refused: { intent, errors, typed: typedIn(values) } }
}

function typedIn(values: Typed): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
}

function weekOf(week: Record<(typeof dayFields)[number], TimeRange[]>): WeeklyRange[] {
  return dayFields.flatMap((field, i) =>
    week[field].map((range) => ({ weekday: (i + 1) as Weekday, ...range })),
  )
}
