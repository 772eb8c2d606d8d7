/** Two people edit the same thing at once: what the first saved beside what the second typed. */

/** `label` is the field's. */
export type Difference = { label: string; saved: string; typed: string }

type Fields = Readonly<Record<string, string>>

/** The fields that say something else now than what was typed, in the order of the labels. */
export function differencesOf(labels: Fields, saved: Fields, typed: Fields): Difference[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const difference = { label, saved: saved[name] ?? '', typed: typed[name] ?? '' }
    return difference.saved === difference.typed ? [] : [difference]
  })
}
