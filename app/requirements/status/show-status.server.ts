import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { isClosed } from '#app/leads/lead-status.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { briefPath } from '../brief/brief-links.server.ts'
import { describeAnswers } from '../describe-requirement.ts'
import { sayPromise } from '../say-promise.ts'
import { storedAnswersSchema } from '../stored-answers.ts'
import { editableIn, offerTo, zoneIn } from './change-offer.server.ts'
import { listSince, type Followed } from './find-status.server.ts'
import { sayNext, stagesOf, type Progress } from './stages.ts'

/** What the page of a request shows of it. */
export async function showStatus(followed: Followed, now: Date) {
  const answers = storedAnswersSchema.parse(followed.payload)
  const progress = progressOf(followed, now)
  const brief = briefPath(followed, now)
  const { files, newest, changedTo } = await listSince(followed)
  const promised = await promisedBy(db, followed.createdAt)
  return {
    reference: followed.reference,
    title: followed.title,
    isClosed: isClosed(followed.lead.status),
    hasCall: progress.nextCall !== null,
    stages: stagesOf(progress),
    next: sayNext(progress, sayPromise(promised, answers.timeZone ?? '') || null),
    answers: describeAnswers(answers, roleTitle),
    editable: editableIn(answers),
    offer: offerTo(answers),
    zone: zoneIn(answers),
    files: files.map(({ name }) => ({ label: 'Attached', value: name })),
    // A page whose answers were changed leads to where they are, any other one to what was sent last.
    changedHref: changedTo && paths.status(signLink('status', changedTo)),
    newestHref: newest && paths.status(signLink('status', newest)),
    briefUrl: brief && env.APP_URL + brief,
    bookHref: paths.book({ request: signLink('request', followed) }),
    key: randomUUID(),
  }
}

function progressOf({ lead }: Followed, now: Date): Progress {
  const next = lead.bookings.find(({ status, startsAt }) => status === 'confirmed' && startsAt > now)
  return {
    status: lead.status,
    isTouched: lead.events.length > 0,
    // Zones are checked where they are stored.
    nextCall: next ? sayMoment(next.startsAt, next.visitorTimeZone as TimeZone) : null,
    hadCall: lead.bookings.some(({ status }) => status === 'attended'),
  }
}
