/** The fields that the forms of a calendar have in common, as they are read. */
import { z } from 'zod'
import { line, requiredLine } from '#app/ops/text.ts'
import { timeZoneSchema } from '#app/time/zones.ts'

export const calendarName = requiredLine(80, 'Enter a name: what visitors see beside the time.')
export const calendarZone = z.string('Choose a time zone from the list').pipe(timeZoneSchema)

/** The id of a row of ours, or of none when left empty. Only a crafted form has another. */
export const staffChoice = line(60).transform((id) => (/^[\w-]*$/.test(id) ? id : 'nobody of ours') || null)

/** How many in a period; null when left empty, which is as many as fit. */
export const limit = line(10).transform((text, context) => {
  if (text === '') return null
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (count >= 1) return count
  context.addIssue({ code: 'custom', message: 'Write a whole number from 1 to 99, or leave it empty.' })
  return z.NEVER
})
