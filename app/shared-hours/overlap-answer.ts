import type { OverlapCode } from '#app/requirements/requirement-choices.ts'

/** What the requirement form is told of hours that are shared through the year: the least of its seasons. */
export function overlapAnswer(seasons: readonly { minutesADay: number }[]): OverlapCode {
  const hours = Math.min(...seasons.map(({ minutesADay }) => minutesADay)) / 60
  if (hours >= 7) return 'full_day'
  if (hours >= 3.5) return '4h'
  return hours >= 1.5 ? '2h' : 'async'
}
