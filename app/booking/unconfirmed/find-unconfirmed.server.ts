import { z } from 'zod'
import { bookingRequestSchema, type BookingRequest } from '#app/booking/booking.ts'
import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import type { Submission } from '#app/prisma/client.ts'

export type UnconfirmedBooking = {
  held: { id: string; reference: string }
  request: BookingRequest
  /** The lead whose confirmation page it was booked from. */
  attachTo: string | undefined
  createdAt: Date
  isConfirmed: boolean
}

const attachedSchema = z.object({ attachTo: z.uuid().optional() })

/**
 * The booking that waits for its visitor. The page after the form and the link in the letter are signed for different
 * purposes: only the mailbox has the one that confirms. Unknown, revoked and forged links all throw the same 404.
 */
export async function getUnconfirmed(
  purpose: 'unconfirmed' | 'confirm',
  token: string,
): Promise<UnconfirmedBooking> {
  const publicId = publicIdIn(token)
  const submission = publicId && (await db.submission.findUnique({ where: { publicId, kind: 'booking' } }))
  const isOpened = submission && verifyLink(purpose, token, submission)
  const waiting = isOpened ? readUnconfirmed(submission) : null
  if (!waiting) throw new Response(null, { status: 404 })
  return waiting
}

/** What was sent, read back; null for what a later version of the form no longer takes. */
export function readUnconfirmed(submission: Submission): UnconfirmedBooking | null {
  const { id, reference, payload, outcome, createdAt } = submission
  const request = bookingRequestSchema.safeParse(asSent(payload, outcome))
  if (!request.success) return null
  return {
    held: { id, reference },
    request: request.data,
    attachTo: attachedSchema.safeParse(payload).data?.attachTo,
    createdAt,
    isConfirmed: outcome === 'accepted',
  }
}

/** Once it is a booking, its answers are kept with the words of their questions, and it names no host with null. */
function asSent(payload: unknown, outcome: string): unknown {
  if (outcome !== 'accepted' || typeof payload !== 'object') return payload
  return { ...payload, answers: undefined, host: undefined }
}
