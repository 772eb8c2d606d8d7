import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import type { Requirement, RequirementRole } from '#app/prisma/client.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import type { Answer } from '#emails/letter.ts'

export type AnnouncedRequirement = {
  requirement: Requirement & { roles: RequirementRole[] }
  submission: { publicId: string; reference: string }
  lead: { id: string; ref: number }
  person: { name: string; email: string; company: string; phone?: string }
  /** Every answer in the words of the form. */
  answers: Answer[]
  now: Date
}

/** Writes two letters into the outbox of the same transaction: what happens next, and the whole request to the office. */
export async function announceRequirement(tx: Transaction, announced: AnnouncedRequirement): Promise<void> {
  await enqueue(tx, letterToVisitor(announced), noticeToOffice(announced))
}

function letterToVisitor({ requirement, submission, lead, person }: AnnouncedRequirement) {
  const token = signLink('request', submission)
  return {
    kind: 'requirement-received' as const,
    to: { name: person.name, address: person.email },
    dedupeKey: `requirement:${requirement.id}:visitor`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      name: person.name,
      reference: submission.reference,
      replyWithin: site.replyWithin,
      requestUrl: env.APP_URL + paths.startDone(token),
      bookUrl: env.APP_URL + paths.book({ request: token }),
    },
  }
}

function noticeToOffice({ requirement, lead, person, answers, now }: AnnouncedRequirement) {
  return {
    kind: 'requirement-notice' as const,
    to: { name: site.name, address: site.email },
    dedupeKey: `requirement:${requirement.id}:office`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      reference: `L-${lead.ref}`,
      visitor: person.company ? `${person.name}, ${person.company}` : person.name,
      received: sayMoment(now, site.office.timeZone),
      replyWithin: site.replyWithin,
      contact: contactOf(person),
      answers,
      leadUrl: env.APP_URL + paths.staff.lead(lead.ref),
    },
  }
}

function contactOf({ name, email, company, phone }: AnnouncedRequirement['person']): Answer[] {
  return [
    { label: 'Name', value: name },
    { label: 'E-mail', value: email },
    { label: 'Company', value: company },
    { label: 'Telephone', value: phone ?? '' },
  ].filter((answer) => answer.value !== '')
}
