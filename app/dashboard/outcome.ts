/** What became of a consultation; `to-mark` is over and nobody has said yet. */
export const outcomes = ['attended', 'no_show', 'cancelled', 'to-mark', 'upcoming'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeNames: Record<Outcome, string> = {
  attended: 'Held',
  no_show: 'No-shows',
  cancelled: 'Cancelled',
  'to-mark': 'To mark',
  upcoming: 'To come',
}
