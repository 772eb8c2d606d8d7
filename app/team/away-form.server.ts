import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDateSchema } from '#app/time/calendar-dates.ts'
import { addAway, removeAway } from './away.server.ts'

const awaySchema = z
  .object({ from: calendarDateSchema, until: calendarDateSchema })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'The last day comes before the first.',
  })

/** The forms of the away panel (`away` adds, `back` removes); the errors, or null when it is done. */
export async function actOnAway(viewer: Viewer, staffId: string, form: FormData): Promise<FormErrors | null> {
  if (form.get('intent') === 'back') {
    const id = z.uuid().safeParse(form.get('away'))
    if (id.success) await removeAway(viewer, staffId, id.data)
    return null
  }
  const parsed = parseFormData(awaySchema, form)
  if (!parsed.ok) return parsed.errors
  await addAway(viewer, staffId, parsed.value)
  return null
}
