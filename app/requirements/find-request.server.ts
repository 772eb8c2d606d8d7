import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { typedText } from '#app/ops/typed-form.ts'

/** What a visitor sent before, for pages that its own link opens: they need not type it again. */
export type EarlierRequest = {
  id: string
  /** Null while it is held: nothing has been made of it yet. */
  leadId: string | null
  reference: string
  publicId: string
  linkVersion: number
  briefVersion: number
  briefUntil: Date | null
  title: string
  name: string
  email: string
  company: string
  phone: string
  payload: unknown
  createdAt: Date
}

/** The request that a link opens; null for unknown, revoked and forged ones alike. */
export async function findRequest(token: string): Promise<EarlierRequest | null> {
  const publicId = publicIdIn(token)
  if (!publicId) return null

  const submission = await db.submission.findUnique({
    where: { publicId },
    select: {
      ...{ id: true, briefVersion: true, briefUntil: true },
      ...{ payload: true, createdAt: true, leadId: true, reference: true, title: true },
      ...{ linkVersion: true },
    },
  })
  if (!submission || !verifyLink('request', token, { publicId, ...submission })) return null
  return {
    id: submission.id,
    leadId: submission.leadId,
    reference: submission.reference,
    publicId,
    linkVersion: submission.linkVersion,
    briefVersion: submission.briefVersion,
    briefUntil: submission.briefUntil,
    title: submission.title,
    name: typedText(submission.payload, 'name'),
    email: typedText(submission.payload, 'email'),
    company: typedText(submission.payload, 'company'),
    phone: typedText(submission.payload, 'phone'),
    payload: submission.payload,
    createdAt: submission.createdAt,
  }
}
