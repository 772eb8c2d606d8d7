import { milliseconds } from 'date-fns'

/**
 * What becomes of a letter that was not taken. `retry`: later, the same letter. `bounced`: the address does not work.
 * `dead`: it will never be taken. `pause`: the mail server refuses us, whatever the letter, so its attempt does not count.
 */
export type Verdict = 'retry' | 'bounced' | 'dead' | 'pause'

/** With the waits below, about a day: longer than a mail server is usually down. */
export const mostAttempts = 60
const firstWait = milliseconds({ seconds: 10 })
const longestWait = milliseconds({ hours: 1 })

/**
 * Judges what nodemailer throws. Only an answer to the letter itself is final: a 5xx that greets us says that the server
 * is not serving, and no answer at all (a lost connection) may mean that the letter did arrive.
 */
export function judgeFailure(failure: unknown): Verdict {
  const { code, command, responseCode } = Object(failure) as {
    [field in 'code' | 'command' | 'responseCode']?: unknown
  }
  const answer = typeof responseCode === 'number' ? responseCode : undefined
  if (code === 'EAUTH' || code === 'ENOAUTH' || answer === 530 || answer === 535) return 'pause'
  if (answer === undefined) return code === 'EENVELOPE' ? 'dead' : 'retry'
  if (!isFinal(answer)) return 'retry'
  if (command === 'RCPT TO') return 'bounced'
  return command === 'MAIL FROM' || command === 'DATA' ? 'dead' : 'retry'
}

/** 503 says that the conversation went wrong, not that the letter was refused. */
function isFinal(answer: number): boolean {
  return answer >= 500 && answer < 600 && answer !== 503
}

/**
 * How long to wait after the n-th attempt failed, in milliseconds: up to 10 s, 20 s, 40 s … an hour. Anywhere in between
 * (`random` is from 0 to 1), so that letters which failed together do not come back together. Null after the last.
 */
export function waitAfter(attempts: number, random: number): number | null {
  if (attempts >= mostAttempts) return null
  return random * Math.min(longestWait, firstWait * 2 ** (attempts - 1))
}

/** What staff read of a failure: the server's own words, in one line. */
export function sayFailure(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)
}
