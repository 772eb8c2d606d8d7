import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { parseFormData } from '#app/ops/forms.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays, calendarDateSchema } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { cityOf } from '#app/time/say.ts'
import type { LocalTime } from '#app/time/types.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import type { PlannedTask, TaskRefusal } from './task-acts.server.ts'
import type { TypedTask } from './task-form.tsx'

const taskSchema = z.object({
  /** Not `title`: on a lead's page that is the lead's. */
  task: requiredLine(200, 'Say what is to be done.'),
  assignee: z.string('Choose who does it.').max(60),
  date: z.string('Choose a day.').pipe(calendarDateSchema),
  time: z
    .string('Choose a time.')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 15:30.')
    .transform((time) => time as LocalTime),
})

export type ReadTask = { typed: TypedTask } & (
  { ok: true; planned: PlannedTask } | { ok: false; errors: FormErrors }
)

export function readTask(form: FormData): ReadTask {
  const parsed = parseFormData(taskSchema, form)
  const said = (name: string) => typedText(parsed.values, name)
  const typed = { title: said('task'), date: said('date'), time: said('time'), assignee: said('assignee') }
  if (!parsed.ok) return { ok: false, typed, errors: parsed.errors }
  const { task, assignee, ...planned } = parsed.value
  return { ok: true, typed, planned: { ...planned, title: task, assigneeId: assignee } }
}

export const whyNotTask: Record<TaskRefusal, FormErrors> = {
  'no-such-person': { assignee: ['Choose a person from the list.'] },
  'cannot-see-lead': {
    assignee: ['This person cannot see the lead. Give them the lead, or choose somebody else.'],
  },
  'no-such-time': { time: ['The clocks skip this time on that day. Choose another.'] },
}

/** What stands in the form of a new one: theirs who begin it, tomorrow morning. */
export function newTask({ id, timeZone }: Viewer, now: Date): TypedTask {
  return { title: '', date: addDays(dateIn(now, timeZone), 1), time: '10:00', assignee: id }
}

/** Who can be given a task, each with where their clock is. */
export async function taskPeople() {
  const staff = await db.staff.findMany({
    where: { disabledAt: null, role: { not: 'read_only' } },
    select: { id: true, name: true, timeZone: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return staff.map(({ id, name, timeZone }) => ({
    value: id,
    label: `${name} (${cityOf(timeZoneSchema.parse(timeZone))})`,
  }))
}
