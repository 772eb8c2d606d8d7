/** Where a schedule as it is saved and as somebody typed it say different things. */
import { differencesOf, type Difference } from '#app/ui/meanwhile.ts'
import { readHours, writeHours } from './hours-text.ts'
import { dayFields, weekdayNames } from './week.ts'

const labels = Object.fromEntries([
  ['name', 'Name of the schedule'],
  ...dayFields.map((field, i) => [field, weekdayNames[i] ?? '']),
])

type Saved = { name: string; days: readonly { field: string; text: string }[] }

/** Hours that are written otherwise and mean the same, such as 9-17 and 09:00–17:00, do not differ. */
export function weekDifferences({ name, days }: Saved, typed: Record<string, string>): Difference[] {
  const saved = Object.fromEntries(days.map(({ field, text }) => [field, text]))
  const written = Object.fromEntries(dayFields.map((field) => [field, asWritten(typed[field] ?? '')]))
  return differencesOf(labels, { ...saved, name }, { ...written, name: typed.name ?? '' })
}

function asWritten(text: string): string {
  const read = readHours(text)
  return read.ok ? writeHours(read.ranges) : text
}
