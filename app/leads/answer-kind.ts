/** How long somebody waited for the first answer, in office hours; what was promised stands in app/site.ts. */
export const answerKinds = ['1h', '2h', '4h', 'in-time', 'late', 'waiting', 'none'] as const
export type AnswerKind = (typeof answerKinds)[number]

export const answerNames: Record<AnswerKind, string> = {
  '1h': 'Within an hour',
  '2h': 'One to two hours',
  '4h': 'Two to four hours',
  'in-time': 'Later, as promised',
  late: 'Later than promised',
  waiting: 'Still waiting',
  none: 'Closed without one',
}
