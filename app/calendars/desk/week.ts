/** The seven days as a form has them: Monday, which is 1, comes first. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const
export const dayFields = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
