import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { Prisma } from '#app/prisma/client.ts'
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

export type AnyNewLetter = { [Kind in LetterKind]: NewLetter<Kind> }[LetterKind]

/**
 * Writes letters in the transaction of what they announce: all are kept, or none. A trigger of the table wakes the
 * workers when the transaction commits. Props that are not the letter's throw a ZodError.
 */
export async function enqueue(tx: Transaction, ...letters: AnyNewLetter[]): Promise<void> {
  const rows = letters.map((letter) => rowOf(letter))
  const plans = await planFor(
    tx,
    rows.map(({ to, runAt }) => ({ address: to, runAt })),
  )
  if (rows.length === 0) return
  // That nothing is done for a key that is there is what "one letter for one cause" rests on. Prisma would compile the
  // statement anew each time.
  await tx.$executeRaw`
    INSERT INTO letter (
      id, kind, props, invitation, "to", to_name, dedupe_key, message_id, lead_id, booking_id, not_after, run_at)
    VALUES ${Prisma.join(rows.map((row, i) => valuesOf({ ...row, ...plans[i] })))}
    ON CONFLICT DO NOTHING`
}

type Row = ReturnType<typeof rowOf>

function valuesOf({ props, invitation, leadId, bookingId, notAfter, runAt, ...row }: Row): Prisma.Sql {
  return Prisma.sql`(
    ${row.id}::uuid, ${row.kind}, ${JSON.stringify(props)}::jsonb, ${invitation ? JSON.stringify(invitation) : null}::jsonb,
    ${row.to}, ${row.toName}, ${row.dedupeKey}, ${row.messageId}, ${leadId ?? null}::uuid, ${bookingId ?? null}::uuid,
    ${notAfter ?? null}::timestamptz, coalesce(${runAt ?? null}::timestamptz, now()))`
}

function rowOf<Kind extends LetterKind>({ to, ...letter }: NewLetter<Kind>) {
  const id = randomUUID()
  return {
    ...letter,
    id,
    props: parseProps(letter.kind, letter.props),
    to: to.address.toLowerCase(),
    toName: nameInHeader(to.name),
    messageId: messageIdOf(id),
  }
}

/** The same for every attempt, so that a mailbox which is given the letter twice can tell. */
export function messageIdOf(letterId: string): string {
  return `<${letterId}@${new URL(env.APP_URL).hostname}>`
}

function nameInHeader(typed: string): string {
  const name = safeName(typed)
  return name === nameless ? '' : name
}
