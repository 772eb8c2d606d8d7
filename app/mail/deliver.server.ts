import { db, type Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import type { Letter } from '#app/prisma/client.ts'
import { isWrittenByHand, mayBeDeclined, renderStored } from '#emails/index.ts'
import { claimNext, settle, type Claim, type Settled } from './claim.server.ts'
import { judgeFailure, sayFailure, waitAfter } from './failure.ts'
import { invitationSchema } from './outbox.server.ts'
import { unsealed } from './sealed.server.ts'
import type { OutgoingLetter, Transport } from './transport.server.ts'

/** Asked when a letter's turn comes: does what it says still hold? Handed in by whoever starts the worker. */
export type StillDue = (letter: Letter) => Promise<boolean>

/** Asked before that: why its address is not to have it, in words for staff; null when nothing speaks against it. */
export type WhyUnwanted = (letter: Letter) => Promise<string | null>

/** Told in the transaction that writes it down: the mail server took this letter, or refused its address for good. */
export type OnSettled = (tx: Transaction, letter: Letter, at: Date) => Promise<void>

/** What the business is asked before a letter goes out, and told after. */
export type Told = {
  stillDue?: StillDue
  whyUnwanted?: WhyUnwanted
  onSent?: OnSettled
  onBounced?: OnSettled
}

/** `nothing` was due; `paused`: the mail server refuses us, and another try now would be in vain. */
export type Delivery = 'nothing' | 'paused' | 'done'

/**
 * Sends the letter that is due longest, outside of any transaction: it goes out at least once, and twice only when this
 * process dies, or the connection does, between the mail server's taking it and our writing that down.
 */
export async function deliverNext(
  transport: Transport,
  { random = Math.random, ...told }: Told & { random?: () => number } = {},
): Promise<Delivery> {
  const claim = await claimNext()
  if (!claim) return 'nothing'

  const settled = (await whyNotSend(claim, told)) ?? (await send(claim.letter, transport, random))
  const isOurs = await writeDown(claim, settled, told)
  report(claim.letter, settled, isOurs)
  return settled.state === 'retry' && !settled.attemptCounts ? 'paused' : 'done'
}

async function writeDown(claim: Claim, settled: Settled, { onSent, onBounced }: Told): Promise<boolean> {
  const tell = settled.state === 'sent' ? onSent : settled.state === 'bounced' ? onBounced : undefined
  if (!tell) return settle(db, claim, settled)
  return db.$transaction(async (tx) => {
    const isOurs = await settle(tx, claim, settled)
    if (isOurs) await tell(tx, claim.letter, new Date())
    return isOurs
  })
}

async function whyNotSend(claim: Claim, { stillDue, whyUnwanted }: Told): Promise<Settled | null> {
  if (claim.tooLate) return { state: 'skipped', reason: 'Not sent: it came too late to be of use.' }
  if (stillDue && !(await stillDue(claim.letter))) {
    return { state: 'skipped', reason: 'Not sent: what it says changed before its turn came.' }
  }
  const reason = whyUnwanted && (await whyUnwanted(claim.letter))
  return reason ? { state: 'skipped', reason } : null
}

async function send(letter: Letter, transport: Transport, random: () => number): Promise<Settled> {
  const written = await write(letter)
  if ('state' in written) return written
  try {
    await transport.send(written)
    return { state: 'sent' }
  } catch (failure) {
    return afterFailure(letter, failure, random())
  }
}

/** A letter that cannot be written today cannot be written tomorrow: it waits for somebody to look. */
async function write(letter: Letter): Promise<OutgoingLetter | Settled> {
  const { id, messageId, to, toName } = letter
  const declineUrl = mayBeDeclined(letter.kind) ? declineUrlOf(id) : null
  try {
    const invitation = invitationSchema.nullable().parse(letter.invitation)
    return {
      id,
      messageId,
      to: { name: toName, address: to },
      invitation,
      isByHand: isWrittenByHand(letter.kind),
      declineUrl,
      ...(await renderStored(unsealed(letter), declineUrl)),
    }
  } catch (error) {
    return { state: 'dead', reason: `It cannot be written: ${sayFailure(error)}` }
  }
}

/** Made of the letter's own id: it names its recipient to us and to nobody else. */
function declineUrlOf(letterId: string): string {
  return env.APP_URL + paths.unsubscribe(signLink('unsubscribe', { publicId: letterId }))
}

function afterFailure({ attempts }: Letter, failure: unknown, random: number): Settled {
  const reason = sayFailure(failure)
  const verdict = judgeFailure(failure)
  if (verdict === 'pause') return { state: 'retry', reason, wait: 0, attemptCounts: false }
  if (verdict !== 'retry') return { state: verdict, reason }

  const wait = waitAfter(attempts, random)
  if (wait === null) return { state: 'dead', reason: `Given up after ${attempts} attempts: ${reason}` }
  return { state: 'retry', reason, wait, attemptCounts: true }
}

function report(letter: Letter, { state }: Settled, isOurs: boolean) {
  const line = { letter: letter.id, kind: letter.kind, state, attempts: letter.attempts }
  if (!isOurs) log.warn(line, 'a letter took longer than its lease and was taken over')
  else if (state === 'sent' || state === 'skipped') log.info(line, 'letter')
  else log.warn(line, 'letter not delivered')
}
