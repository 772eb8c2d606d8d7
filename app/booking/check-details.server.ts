import { checkAnswers, sentAnswersSchema, type Answer } from '#app/consultations/answers.ts'
import { findAsking } from '#app/consultations/find-asked.server.ts'
import { callsVisitor, type StoredPlace } from '#app/consultations/place.ts'
import type { Reader } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { BookingRequest } from './booking.ts'

/** What this type asks is missing or wrong; the messages stand under the names of their fields. */
export type WrongDetails = { ok: false; reason: 'details'; errors: FormErrors }

/** The answers, ready to be kept, and how this type is held. */
export type Details = { answers: Answer[]; place: StoredPlace }

type Sent = Pick<BookingRequest, 'type' | 'phone' | 'answers'>

/**
 * What every type asks is checked where it enters; this is what only one type asks. Staff who book for a visitor may
 * leave every question open, but not the number that is called.
 */
export async function checkDetails(
  database: Reader,
  sent: Sent,
  { isStaff }: { isStaff: boolean },
): Promise<Outcome<Details, 'unknown-type'> | WrongDetails> {
  const type = await findAsking(database, sent.type)
  if (!type) return refused('unknown-type')

  const { questions, ...place } = type
  const asked = questions.map((question) => ({ ...question, required: question.required && !isStaff }))
  const { answers, errors } = checkAnswers(asked, sent.answers)
  if (callsVisitor(place) && sent.phone === '') errors.phone = [numberNeeded]
  return Object.keys(errors).length === 0
    ? done({ answers, place })
    : { ok: false, reason: 'details', errors }
}

/** The same of a form that is refused anyway, so that everything that is wrong with it is said at once. */
export async function wrongDetails(database: Reader, typeSlug: string, typed: Typed): Promise<FormErrors> {
  const answers = sentAnswersSchema.safeParse(typed.answers)
  if (!answers.success) return {}
  const sent = { type: typeSlug, phone: typedText(typed, 'phone'), answers: answers.data }
  const details = await checkDetails(database, sent, { isStaff: false })
  return details.ok || details.reason !== 'details' ? {} : details.errors
}

const numberNeeded = 'Enter the telephone number that we should call.'
