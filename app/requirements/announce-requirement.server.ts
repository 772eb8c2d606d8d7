import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import type { Answer } from '#emails/letter.ts'
import { describeAnswers, describeSender } from './describe-requirement.ts'
import { sayPromise } from './say-promise.ts'
import { sayOrigin, type Origin } from './origin.ts'
import { receiptOf } from './privacy-receipt.ts'
import type { RequirementRequest } from './requirement.ts'

export type AnnouncedRequirement = {
  requirementId: string
  request: RequirementRequest
  submission: { publicId: string; linkVersion: number; reference: string }
  lead: { id: string; ref: number }
  file: { name: string } | null
  /** When an answer is due; null when the office has no hours. */
  promisedBy: Date | null
  about: { now: Date; origin?: Origin; titleOf: (role: string) => string }
}

/** Writes two letters into the outbox of the same transaction: what happens next, and the whole brief to the office. */
export async function announceRequirement(tx: Transaction, announced: AnnouncedRequirement): Promise<void> {
  await enqueue(tx, letterToVisitor(announced), noticeToOffice(announced))
}

function letterToVisitor(announced: AnnouncedRequirement) {
  const { requirementId, request, submission, lead, file, promisedBy } = announced
  const token = signLink('request', submission)
  return {
    kind: 'requirement-received' as const,
    to: { name: request.name, address: request.email },
    dedupeKey: `requirement:${requirementId}:visitor`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      name: request.name,
      reference: submission.reference,
      replyWithin: site.replyWithin,
      replyBy: sayPromise(promisedBy, request.timeZone),
      requestUrl: env.APP_URL + paths.startDone(token),
      statusUrl: env.APP_URL + paths.status(signLink('status', submission)),
      rightsUrl: env.APP_URL + paths.privacyRequest(),
      bookUrl: env.APP_URL + paths.book({ request: token }),
      receipt: receiptOf(request, file !== null),
    },
  }
}

function noticeToOffice(announced: AnnouncedRequirement) {
  const { requirementId, request, lead, file, promisedBy, about } = announced
  const { name, company } = request
  return {
    kind: 'requirement-notice' as const,
    to: { name: site.name, address: site.email },
    dedupeKey: `requirement:${requirementId}:office`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      reference: `L-${lead.ref}`,
      visitor: company ? `${name}, ${company}` : name,
      received: sayMoment(about.now, site.office.timeZone),
      replyWithin: site.replyWithin,
      replyBy: sayPromise(promisedBy, site.office.timeZone),
      contact: contactOf(request, about.origin ?? {}),
      answers: [
        ...describeAnswers(request, about.titleOf),
        ...(file ? [{ label: 'Attached, to be opened at the lead', value: file.name }] : []),
      ],
      leadUrl: env.APP_URL + paths.staff.lead(lead.ref),
    },
  }
}

function contactOf(request: RequirementRequest, origin: Origin): Answer[] {
  return [
    { label: 'Name', value: request.name },
    { label: 'E-mail', value: request.email },
    { label: 'Company', value: request.company },
    { label: 'Telephone', value: request.phone },
    ...describeSender(request),
    { label: 'Came', value: sayOrigin(origin) },
  ].filter((answer) => answer.value !== '')
}
