import type { LetterState } from '#app/prisma/enums.ts'
import type { StatusTone } from '#app/ui/status.tsx'

export const letterStates = ['queued', 'sending', 'sent', 'retry', 'bounced', 'dead', 'skipped'] as const

/** What became of a letter: `sent` means that the mail server took it, no less. */
export const letterStateWords: Record<LetterState, { name: string; tone: StatusTone; meaning: string }> = {
  queued: { name: 'Queued', tone: 'soft', meaning: 'Waits for its turn.' },
  sending: { name: 'Sending', tone: 'blue', meaning: 'Is being handed to the mail server.' },
  sent: { name: 'Sent', tone: 'signal', meaning: 'The mail server took it.' },
  retry: {
    name: 'Will retry',
    tone: 'amber',
    meaning: 'The mail server did not take it yet; it is tried again.',
  },
  bounced: { name: 'Bounced', tone: 'alert', meaning: 'The mail server refused it for good.' },
  dead: { name: 'Given up', tone: 'alert', meaning: 'It was tried many times and never taken.' },
  skipped: {
    name: 'Not sent',
    tone: 'closed',
    meaning: 'It was no longer of use, or its address does not take or want it.',
  },
}

/** `booking-confirmed` as it is said: `Booking confirmed`. */
export function letterName(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
