/** Where a form carries the moment at which it was opened. */
export const stampField = 'opened'

/** The name of the field that people do not see: another one for each form, so that no program can learn it. */
export function trapNameOf(stamp: string): string {
  return `website_${stamp.split('.')[1] ?? ''}`
}
