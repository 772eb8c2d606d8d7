/** The fields that the forms of a calendar have in common, as they are read. */
import { z } from 'zod'
import { line, requiredLine } from '#app/ops/text.ts'
import { meetingLimits, minuteLimits } from '../limit-columns.ts'
import { timeZoneSchema } from '#app/time/zones.ts'

export const calendarName = requiredLine(80, 'Enter a name: what visitors see beside the time.')
export const calendarZone = z.string('Choose a time zone from the list.').pipe(timeZoneSchema)

/** The id of a row of ours, or of none when left empty. Only a crafted form has another. */
export const staffChoice = line(60).transform((id) => (/^[\w-]*$/.test(id) ? id : 'nobody of ours') || null)

/** How many in a period; null when left empty, which is as many as fit. */
function limit({ from, to }: { from: number; to: number }) {
  return line(10).transform((text, context) => {
    if (text === '') return null
    const count = /^\d{1,5}$/.test(text) ? Number(text) : 0
    if (from <= count && count <= to) return count
    const message = `Write a whole number from ${from} to ${to}, or leave it empty.`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** The limits of meetings and of minutes. */
export const limitFields = {
  ...fieldsOf(meetingLimits, 1),
  ...fieldsOf(minuteLimits, 5),
}

function fieldsOf<Column extends string>(
  limits: readonly { column: Column; most: number }[],
  from: number,
): Record<Column, ReturnType<typeof limit>> {
  const fields = limits.map(({ column, most }) => [column, limit({ from, to: most })])
  return Object.fromEntries(fields) as Record<Column, ReturnType<typeof limit>>
}
