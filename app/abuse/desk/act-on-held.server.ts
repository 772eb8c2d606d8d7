import { addDays } from 'date-fns'
import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requiredLine } from '#app/ops/text.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/** What can be pressed on the page of something that is held. Releasing is up to what it is: a requirement or a booking. */
export const heldActSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('release') }),
  z.object({ intent: z.literal('spam') }),
  z.object({
    intent: z.literal('block'),
    what: z.enum(['email', 'domain', 'ip'], 'Choose whom to block.'),
    days: z.coerce.number().int().min(1).max(365).default(30),
    reason: requiredLine(300, 'Write why, for whoever looks at it later.'),
  }),
])

export function mayRelease({ role }: Viewer): boolean {
  return role !== 'read_only'
}

/** A block concerns everybody's leads. */
export function mayBlock({ role }: Viewer): boolean {
  return role === 'admin' || role === 'manager'
}

export function requireReleaser(viewer: Viewer): void {
  if (!mayRelease(viewer)) throw new Response('Your account can look but not change.', { status: 403 })
}

export function requireBlocker(viewer: Viewer): void {
  if (!mayBlock(viewer)) throw new Response('Blocks are for admins and managers.', { status: 403 })
}

/** Moves a held submission to the spam, which is erased sooner. A brief that was made of it opens no longer. */
export async function markAsSpam(id: string): Promise<void> {
  await db.submission.updateMany({
    where: { id, outcome: 'held' },
    data: { outcome: 'spam', briefUntil: null, briefVersion: { increment: 1 } },
  })
}

type Block = { id: string; what: 'email' | 'domain' | 'ip'; days: number; reason: string }

/** Blocks the sender of a submission for some days, and moves the submission to the spam. */
export async function blockSender(
  viewer: Viewer,
  { id, what, days, reason }: Block,
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  const held = await db.submission.findFirst({ where: { id, outcome: { not: 'accepted' } } })
  const value = held && { email: held.email, domain: domainOf(held.email), ip: held.ipHash }[what]
  if (!value) return refused('not-found')

  const block = { reason, until: addDays(now, days), staffId: viewer.id }
  await db.senderBlock.upsert({
    where: { kind_value: { kind: what, value } },
    create: { kind: what, value, createdAt: now, ...block },
    update: block,
  })
  await markAsSpam(id)
  return done(null)
}

export async function liftBlock(id: string, now: Date): Promise<void> {
  await db.senderBlock.updateMany({ where: { id, until: { gt: now } }, data: { until: now } })
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}
