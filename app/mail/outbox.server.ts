import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { parseProps, type LetterKind, type LetterProps } from '#emails/index.ts'
import { nameless, safeName } from '#emails/safe-name.ts'
import { planFor } from './recipient-limits.server.ts'

export type NewLetter<Kind extends LetterKind> = {
  kind: Kind
  props: LetterProps<Kind>
  to: { name: string; address: string }
  /** One letter for one cause: a second one with the same key is not written. */
  dedupeKey: string
  leadId?: string
  bookingId?: string
  /** The .ics to attach; its METHOD and this one are the same. */
  invitation?: Invitation
  /** Not before this moment; now when left out. */
  runAt?: Date
  /** Of no use after this moment. */
  notAfter?: Date
}

export const invitationSchema = z.object({ method: z.enum(['REQUEST', 'CANCEL']), content: z.string() })
export type Invitation = z.infer<typeof invitationSchema>

/**
 * Writes a letter in the transaction of what it announces: both are kept, or neither. A trigger of the table wakes the
 * workers when the transaction commits. Props that are not the letter's throw a ZodError.
 */
export async function enqueue<Kind extends LetterKind>(
  tx: Transaction,
  letter: NewLetter<Kind>,
): Promise<void> {
  const props = parseProps(letter.kind, letter.props)
  const to = letter.to.address.toLowerCase()
  const plan = await planFor(tx, { address: to, runAt: letter.runAt })
  const id = randomUUID()

  await tx.letter.createMany({
    data: {
      id,
      kind: letter.kind,
      props,
      invitation: letter.invitation,
      to,
      toName: nameInHeader(letter.to.name),
      dedupeKey: letter.dedupeKey,
      messageId: messageIdOf(id),
      leadId: letter.leadId,
      bookingId: letter.bookingId,
      notAfter: letter.notAfter,
      ...plan,
    },
    // What "one letter for one cause" rests on.
    skipDuplicates: true,
  })
}

/** The same for every attempt, so that a mailbox which is given the letter twice can tell. */
export function messageIdOf(letterId: string): string {
  return `<${letterId}@${new URL(env.APP_URL).hostname}>`
}

function nameInHeader(typed: string): string {
  const name = safeName(typed)
  return name === nameless ? '' : name
}
