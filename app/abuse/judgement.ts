/**
 * What is made of something that a stranger sent: each sign of abuse has its points, and their sum decides. 40 points and
 * more are held for staff to look at, 80 and more are spam. Outside, all three look the same.
 */
export const outcomes = ['accepted', 'held', 'spam'] as const
export type SubmissionOutcome = (typeof outcomes)[number]

const points = {
  'trap-filled': 100,
  'blocked-sender': 100,
  'no-form': 40,
  'too-fast': 30,
  'link-in-name': 60,
  markup: 60,
  'many-links': 40,
  'some-links': 10,
  'sales-words': 40,
  'sales-word': 20,
  'mixed-scripts': 40,
  gibberish: 40,
  'repeated-words': 50,
  'disposable-address': 40,
} as const

export const reasons = Object.keys(points) as readonly Reason[]
export type Reason = keyof typeof points

/** What staff read. */
export const reasonWords: Record<Reason, string> = {
  'trap-filled': 'A field was filled in that people do not see',
  'blocked-sender': 'The sender is blocked',
  'no-form': 'It did not come from a page of ours',
  'too-fast': 'It was filled in faster than a person types',
  'link-in-name': 'The name or the company contains a web address',
  markup: 'The message contains HTML or forum code',
  'many-links': 'The message contains more than three links',
  'some-links': 'The message contains two or three links',
  'sales-words': 'Several phrases that sellers use',
  'sales-word': 'A phrase that sellers use',
  'mixed-scripts': 'Words are made of letters of several alphabets',
  gibberish: 'The words look random',
  'repeated-words': 'The same message came from other addresses',
  'disposable-address': 'The address is one that is thrown away',
}

export type Judgement = {
  outcome: SubmissionOutcome
  score: number
  reasons: Reason[]
  /** Of the message, by which the same words are known again; null when there are too few of them. */
  bodyHash: string | null
  /** Of the address that it was sent from: staff may block it. */
  ipHash: string | null
}

/** What staff typed in themselves, or what has been proved to come from a person. */
export const unsuspicious: Judgement = {
  outcome: 'accepted',
  score: 0,
  reasons: [],
  bodyHash: null,
  ipHash: null,
}

export function scoreOf(found: readonly Reason[]): number {
  return found.reduce((sum, reason) => sum + points[reason], 0)
}

export function outcomeFor(score: number): SubmissionOutcome {
  if (score >= 80) return 'spam'
  return score >= 40 ? 'held' : 'accepted'
}

/** A stored reason in words; one of an earlier version comes back as it is. */
export function sayReason(reason: string): string {
  return (reasonWords as Record<string, string>)[reason] ?? reason
}
