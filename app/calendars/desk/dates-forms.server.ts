import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { line, requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { DeskDone } from '#app/desk-paths.ts'
import type { TimeRange } from '#app/slots/availability.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDateSchema, isCalendarDate } from '#app/time/calendar-dates.ts'
import type { CalendarDate, LocalTime } from '#app/time/types.ts'
import { calendarZone } from './calendar-fields.ts'
import {
  addTimeOff,
  addTravel,
  clearDay,
  removeTimeOff,
  removeTravel,
  setDay,
  setHolidayWorked,
} from './date-acts.server.ts'
import { whyNotDays } from './days.ts'
import { asHours } from './hours-forms.server.ts'
import { readTime } from './hours-text.ts'

export type DatesAct = { ok: true; done: DeskDone } | { ok: false; refused: RefusedDates }
/** What is shown again of a form that was refused. */
export type RefusedDates = { intent: string; errors: FormErrors; typed: Record<string, string> }

export const dateField = line(20)
  .refine(isCalendarDate, 'Choose a date.')
  .transform((text) => text as CalendarDate)
/** Null when left empty. */
export const optionalDate = line(20)
  .refine((text) => text === '' || isCalendarDate(text), 'Choose a date, or leave it empty.')
  .transform((text) => (text === '' ? null : (text as CalendarDate)))
const optionalTime = line(10).transform((text, context): LocalTime | null => {
  const time = readTime(text)
  if (text !== '' && time === null) context.addIssue({ code: 'custom', message: 'Write a time like 14:30.' })
  return time
})

const daySchema = z.object({
  dayDate: dateField,
  dayHours: requiredLine(150, 'Write the hours, or “closed”.').transform(asHours),
})
const offSchema = z.object({
  offFrom: dateField,
  offUntil: optionalDate,
  offFromTime: optionalTime,
  offUntilTime: optionalTime,
  offReason: line(200),
  offPublicReason: line(200),
  offColleague: line(60),
})
const travelSchema = z.object({ awayFrom: dateField, awayUntil: optionalDate, awayZone: calendarZone })
const rowSchema = z.object({ id: z.uuid() })
const dateSchema = z.object({ date: calendarDateSchema })

/** Does what one of the forms of the dates page asks; `intent` says which. `today` is the calendar's. */
export async function actOnDates(
  viewer: Viewer,
  slug: string | undefined,
  today: CalendarDate,
  form: FormData,
): Promise<DatesAct> {
  switch (form.get('intent')) {
    case 'day': {
      const parsed = parseFormData(daySchema, form)
      if (!parsed.ok) return refusal('day', parsed)
      const { dayDate, dayHours } = parsed.value
      const wrong = whyNotDays({ from: dayDate, until: dayDate }, today)
      if (wrong) return refusal('day', { errors: { dayDate: [wrong.message] }, values: parsed.values })
      await setDay(viewer, slug, { date: dayDate, ranges: dayHours })
      return added
    }
    case 'off': {
      const parsed = parseFormData(offSchema, form)
      if (!parsed.ok) return refusal('off', parsed)
      const { offFrom: from, offUntil, offFromTime, offUntilTime, ...said } = parsed.value
      const days = { from, until: offUntil ?? from }
      const times = timesOf(offFromTime, offUntilTime)
      const wrong = whyNotDays(days, today) ?? whyNotTimes(days, times)
      const until = offUntil ? 'offUntil' : 'offFrom'
      const fields = { from: 'offFrom', until, untilTime: 'offUntilTime' }
      if (wrong)
        return refusal('off', { errors: { [fields[wrong.end]]: [wrong.message] }, values: parsed.values })
      const off = {
        reason: said.offReason,
        publicReason: said.offPublicReason,
        colleague: said.offColleague || null,
      }
      const taken = await addTimeOff(viewer, slug, { ...days, times, ...off })
      if (taken.ok) return added
      return refusal('off', { errors: { offColleague: [noColleague] }, values: parsed.values })
    }
    case 'travel': {
      const parsed = parseFormData(travelSchema, form)
      if (!parsed.ok) return refusal('travel', parsed)
      const { awayFrom: from, awayUntil, awayZone: timeZone } = parsed.value
      const days = { from, until: awayUntil ?? from }
      const wrong = whyNotDays(days, today)
      const field = wrong?.end === 'until' && awayUntil ? 'awayUntil' : 'awayFrom'
      if (wrong) return refusal('travel', { errors: { [field]: [wrong.message] }, values: parsed.values })
      const travelled = await addTravel(viewer, slug, { ...days, timeZone })
      if (travelled.ok) return added
      return refusal('travel', { errors: { awayFrom: [elsewhere] }, values: parsed.values })
    }
    case 'clear-day':
      await clearDay(viewer, slug, sent(dateSchema, form).date)
      return removed
    case 'remove-off':
      await removeTimeOff(viewer, slug, sent(rowSchema, form).id)
      return removed
    case 'remove-travel':
      await removeTravel(viewer, slug, sent(rowSchema, form).id)
      return removed
    case 'work':
      await setHolidayWorked(viewer, slug, { ...sent(dateSchema, form), works: true })
      return { ok: true, done: 'saved' }
    case 'rest':
      await setHolidayWorked(viewer, slug, { ...sent(dateSchema, form), works: false })
      return { ok: true, done: 'saved' }
    default:
      throw new Response(null, { status: 400 })
  }
}

const added: DatesAct = { ok: true, done: 'added' }
const removed: DatesAct = { ok: true, done: 'removed' }
const elsewhere =
  'On some of these days there is another journey. Remove that one first, or choose other days.'
const noColleague = 'This colleague’s calendar cannot be booked. Choose somebody else, or nobody.'

/** A time left empty beside one that is not is the beginning or the end of its day. */
function timesOf(from: LocalTime | null, until: LocalTime | null): TimeRange | null {
  if (from === null && until === null) return null
  return { from: from ?? ('00:00' as LocalTime), until: until ?? ('24:00' as LocalTime) }
}

function whyNotTimes(days: { from: CalendarDate; until: CalendarDate }, times: TimeRange | null) {
  if (times === null) return null
  const end = 'untilTime' as const
  if (times.from === '24:00') return { end, message: 'A day’s last time to begin is 23:59.' }
  if (days.from === days.until && times.until <= times.from)
    return { end, message: 'This ends before it begins. Choose a later time or a later last day.' }
  return null
}

/** What a button of ours sends unseen; only a crafted form has anything else. */
function sent<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const parsed = parseFormData(schema, form)
  if (!parsed.ok) throw new Response(null, { status: 400 })
  return parsed.value
}

function refusal(intent: string, { errors, values }: { errors: FormErrors; values: Typed }): DatesAct {
  const typed = Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
  return { ok: false, refused: { intent, errors, typed } }
}
