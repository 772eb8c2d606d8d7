import { site } from '#app/site.ts'

/** Monday to Friday in the office's hours: what a new calendar begins with. */
export function officeWeek() {
  const { opens, closes } = site.office
  return [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: opens, until: closes }))
}
