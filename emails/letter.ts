import type { ReactElement } from 'react'
import { z } from 'zod'
import { safeName } from './safe-name.ts'

/** One kind of letter: what it must be told, its subject, and its page. The plain text is made from the page. */
export type LetterDefinition<Props> = {
  schema: z.ZodType<Props>
  subject: (props: Props) => string
  Letter: (props: Props) => ReactElement
}

/** Checks at compile time that subject and page take what the schema promises. */
export function defineLetter<Props>(definition: LetterDefinition<Props>): LetterDefinition<Props> {
  return definition
}

// What several letters are told: words that are ready to print. No dates, no numbers, nothing to look up.

const words = z.string().max(10_000)
const line = z.string().max(500)

/** Who writes, and where to find them. */
export const firmSchema = z.object({ name: line, email: line, home: line, privacy: line })

/**
 * The name that a letter greets. A stranger may have typed it to have us write to somebody else, so a name that
 * carries a message is replaced here, where no caller can forget it.
 */
export const visitorNameSchema = z.string().transform(safeName)

/** A meeting's time in one zone: `{ time: '10:30', until: '11:00', date: 'Tuesday 1 December 2026', zone: 'Berlin time' }`. */
export const meetingTimeSchema = z.object({ date: line, time: line, until: line, zone: line, offset: line })

/** A question or label and what stands beside it, in the order of the page. */
export const answersSchema = z.array(z.object({ label: line, value: words })).max(200)

export const lineSchema = line

export type Firm = z.infer<typeof firmSchema>
export type MeetingTime = z.infer<typeof meetingTimeSchema>
export type Answer = z.infer<typeof answersSchema>[number]
