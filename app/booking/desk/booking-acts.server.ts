import { z } from 'zod'
import { slug } from '#app/booking/booking.ts'
import { outsideReasons } from '#app/calendars/staff-offer.ts'
import { db } from '#app/db.server.ts'
import { sendAgain } from '#app/mail/send-again.server.ts'
import { parseFormData } from '#app/ops/forms.server.ts'
import type { Outcome } from '#app/ops/outcome.ts'
import { paragraph } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDateSchema } from '#app/time/calendar-dates.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { sayActRefusal, type ActRefusal } from './act-words.ts'
import { cancelByStaff } from './cancel-by-staff.server.ts'
import { markBooking, marks } from './mark-booking.server.ts'
import { moveByStaff } from './move-by-staff.server.ts'
import type { Shown } from './on-booking.server.ts'
import { reassignBooking } from './reassign-booking.server.ts'
import { reopenBooking } from './reopen-booking.server.ts'
import { bookingScope } from './scope.server.ts'

/** What is shown again when a form on a booking's page was refused; `reason`: why the act was. */
export type RefusedAct = {
  errors: FormErrors
  typed: Record<string, string>
  intent: string
  reason: ActRefusal | null
}
type Done = 'moved' | 'reassigned' | 'cancelled' | 'reopened' | 'marked' | 'sent'
export type Acted = { done: Done } | RefusedAct

const shownSchema = z.object({
  sequence: z.coerce.number().int().min(0).max(1_000_000),
  status: z.enum(['confirmed', 'attended', 'no_show', 'cancelled']),
})
const anyway = z.enum(outsideReasons).optional().catch(undefined)
const startSchema = z.object({ start: z.iso.datetime('Choose a time from the list.') })
const otherTimeSchema = z.object({
  onDate: z.string('Enter a date.').pipe(calendarDateSchema),
  atTime: z.string('Enter a time.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 14:30.'),
  anyway,
})
const hostSchema = z.object({ host: slug })
const reasonSchema = z.object({ reason: paragraph(1000) })
const markSchema = z.object({ as: z.enum(marks, 'Choose one.') })
const letterSchema = z.object({ letter: z.uuid() })

/** Does what one of the page's forms asks (`intent` says which). 404 out of scope, 400 for what no form of ours sends. */
export async function actOnBooking(
  viewer: Viewer,
  reference: string,
  form: FormData,
  now: Date,
): Promise<Acted> {
  const shown = shownIn(form, reference)
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'move':
      return check(startSchema, form, intent, ({ start }) =>
        act('moved', moveByStaff(viewer, shown, { start: new Date(start) }, now)),
      )
    case 'move-to':
      return check(otherTimeSchema, form, intent, ({ onDate, atTime, anyway }) => {
        const start = readTime(onDate, atTime as LocalTime, viewer.timeZone)
        return typeof start === 'string'
          ? { errors: { atTime: [start] } }
          : act('moved', moveByStaff(viewer, shown, { start, anyway }, now))
      })
    case 'reassign':
      return check(hostSchema, form, intent, (to) =>
        act('reassigned', reassignBooking(viewer, shown, to, now)),
      )
    case 'cancel':
      return check(reasonSchema, form, intent, (why) =>
        act('cancelled', cancelByStaff(viewer, shown, why, now)),
      )
    case 'reopen':
      return check(z.object({ anyway }), form, intent, (wish) =>
        act('reopened', reopenBooking(viewer, shown, wish, now)),
      )
    case 'mark':
      return check(markSchema, form, intent, (mark) => act('marked', markBooking(viewer, shown, mark, now)))
    case 'send-again':
      return check(letterSchema, form, intent, ({ letter }) => sendLetter(viewer, reference, letter, now))
    default:
      throw new Response(null, { status: 400 })
  }
}

type Result = { done: Done } | { errors: FormErrors; reason?: ActRefusal }

async function check<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  intent: string,
  run: (value: z.output<Schema>) => Result | Promise<Result>,
): Promise<Acted> {
  const parsed = parseFormData(schema, form)
  const result = parsed.ok ? await run(parsed.value) : { errors: parsed.errors }
  if ('done' in result) return result
  const { errors, reason = null } = result
  return { errors, reason, intent, typed: typedIn(parsed.values) }
}

async function act(made: Done, outcome: Promise<Outcome<unknown, ActRefusal>>): Promise<Result> {
  const result = await outcome
  if (result.ok) return { done: made }
  if (result.reason === 'not-found') throw new Response(null, { status: 404 })
  return { errors: { '': [sayActRefusal(result.reason)] }, reason: result.reason }
}

async function sendLetter(viewer: Viewer, reference: string, letterId: string, now: Date): Promise<Result> {
  await db.$transaction(async (tx) => {
    const letter = await tx.letter.findFirst({
      where: { id: letterId, booking: { is: { reference, AND: bookingScope(viewer) } } },
      select: { id: true },
    })
    if (!letter) throw new Response(null, { status: 404 })
    await sendAgain(tx, letter.id, now)
  })
  return { done: 'sent' }
}

/** The instant, or what is wrong with the time. One that happens twice is chosen from the list, which tells them apart. */
function readTime(date: CalendarDate, time: LocalTime, zone: TimeZone): Date | string {
  const [moment, second] = instantsAt(date, time, zone)
  if (moment === undefined) return 'The clocks skip that time on that day. Choose another one.'
  if (second !== undefined) return 'The clocks show that time twice on that day. Choose it from the list.'
  return new Date(moment)
}

function shownIn(form: FormData, reference: string): Shown {
  const parsed = parseFormData(shownSchema, form)
  if (!parsed.ok) throw new Response(null, { status: 400 })
  return { reference, ...parsed.value }
}

function typedIn(values: Typed): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
}
