import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { line, paragraph } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDateSchema } from '#app/time/calendar-dates.ts'
import { instantsAt, startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { changeLine, type LineChange, type LineRefusal } from './change-line.server.ts'
import { leadStatuses, lostReasons } from './lead-status.ts'

const staffId = z.string().regex(/^[A-Za-z0-9-]{0,40}$/)

const lineSchema = z
  .object({
    ref: z.coerce.number().int().positive(),
    wasStatus: z.enum(leadStatuses),
    to: z.enum(leadStatuses, 'Choose a status.'),
    lostReason: z.enum(lostReasons, 'Choose a reason from the list.').optional(),
    statusNote: paragraph(1000),
    wasOwner: staffId.default(''),
    owner: staffId.default(''),
    wasNext: line(200),
    wasNextOn: z.string().default(''),
    wasNextAt: z.string().default(''),
    next: line(200),
    nextOn: calendarDateSchema.optional(),
    nextAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 15:30.')
      .optional(),
  })
  .superRefine(({ next, nextOn }, problems) => {
    if (next !== '' && !nextOn)
      problems.addIssue({ code: 'custom', path: ['nextOn'], message: 'Say on which day.' })
    if (next === '' && nextOn)
      problems.addIssue({ code: 'custom', path: ['next'], message: 'Say what is to be done.' })
  })

export type RefusedLine = { ref: number; errors: FormErrors; typed: Record<string, string> }

/** Does what the form in a line of the list asks; null when it is done. 404 out of scope. */
export async function actOnLine(viewer: Viewer, form: FormData, now: Date): Promise<RefusedLine | null> {
  const parsed = parseFormData(lineSchema, form)
  if (!parsed.ok) return refusal(parsed.values, parsed.errors)
  const outcome = await changeLine(viewer, parsed.value.ref, changeIn(parsed.value, viewer.timeZone), now)
  if (outcome.ok) return null
  if (outcome.reason === 'not-found') throw new Response(null, { status: 404 })
  const [field, message] = whyNotLine[outcome.reason]
  return refusal(parsed.values, { [field]: [message] })
}

function changeIn(typed: z.output<typeof lineSchema>, zone: TimeZone): LineChange {
  const { to, wasStatus, lostReason, statusNote, owner, wasOwner } = typed
  const isPlanned = typed.next !== '' && typed.nextOn !== undefined
  const isSame =
    typed.next === typed.wasNext &&
    (typed.nextOn ?? '') === typed.wasNextOn &&
    (typed.nextAt ?? '') === typed.wasNextAt
  return {
    status: to === wasStatus ? null : { to, was: wasStatus, lostReason, note: statusNote },
    owner: owner === wasOwner ? null : { to: owner, was: wasOwner },
    next:
      isPlanned && typed.nextOn && !isSame
        ? {
            title: typed.next,
            dueAt: momentOf(typed.nextOn, (typed.nextAt ?? endOfWork) as LocalTime, zone),
            was: { title: typed.wasNext, date: typed.wasNextOn, time: typed.wasNextAt },
          }
        : null,
  }
}

/** A day without a time is over when work is. */
const endOfWork = '17:00'

/** A time that the clocks skip is the first one of that day. */
function momentOf(date: CalendarDate, time: LocalTime, zone: TimeZone): Date {
  const [at] = instantsAt(date, time, zone)
  return new Date(at ?? startOfDay(date, zone))
}

export const whyNotLine: Record<Exclude<LineRefusal, 'not-found'>, [field: string, message: string]> = {
  'same-status': ['to', 'The lead has this status already.'],
  'may-not-reopen': ['to', 'A manager can open a closed lead again.'],
  'needs-event': ['to', 'Log the call you made, or send a letter: that makes the lead contacted.'],
  'needs-lost-reason': ['lostReason', 'Choose why it was lost.'],
  'needs-lost-note': ['statusNote', 'Say in a line what the other reason is.'],
  'needs-reopen-note': ['statusNote', 'Say in a line why it is opened again.'],
  'status-meanwhile': ['to', 'A colleague moved this lead meanwhile. You see where it is now; choose again.'],
  'changed-meanwhile': ['', 'A colleague changed this lead meanwhile. Look at it, and send it again.'],
  'owner-meanwhile': ['owner', 'A colleague gave this lead to somebody meanwhile. You see to whom.'],
  'may-not-reassign': ['owner', 'You can give away your own leads and take those of nobody.'],
  'no-such-owner': ['owner', 'Choose somebody from the list.'],
  'next-meanwhile': [
    'next',
    'A colleague planned something else for this lead meanwhile. Look at it, or save again to put yours in its place.',
  ],
}

function refusal(values: Typed, errors: FormErrors): RefusedLine {
  const typed = Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
  return { ref: Number(typed.ref ?? 0), errors, typed }
}
