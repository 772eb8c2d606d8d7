import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describeAnswers } from '../describe-requirement.ts'
import { storedAnswersSchema } from '../stored-answers.ts'

export type Brief = {
  reference: string
  title: string
  answers: { label: string; value: string }[]
  until: Date
}

/**
 * The requirement as a colleague may read it: what is needed, and nothing of who asks. One that is held has a brief like any
 * other, until staff say that it is spam. Unknown, revoked and expired links all throw the same 404.
 */
export async function getBrief(token: string, now: Date): Promise<Brief> {
  const publicId = publicIdIn(token)
  const submission =
    publicId &&
    (await db.submission.findFirst({
      where: { publicId, kind: 'requirement', briefUntil: { gt: now } },
    }))
  const isOpen = submission && verifyLink('brief', token, { publicId, linkVersion: submission.briefVersion })
  const answers = isOpen ? storedAnswersSchema.safeParse(submission.payload) : null
  if (!isOpen || !answers?.success) throw new Response(null, { status: 404 })
  const { reference, title, briefUntil } = submission
  return { reference, title, answers: describeAnswers(answers.data, roleTitle), until: briefUntil ?? now }
}
