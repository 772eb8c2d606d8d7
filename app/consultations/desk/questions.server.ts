import { requireOffice } from '#app/calendars/scope.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { hasColumns } from '#app/ops/same-columns.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { inOrder } from '../find-asked.server.ts'
import type { Question } from '../question.ts'
import { movedIn, type Direction } from './in-order.ts'
import { auditedType } from './type-facts.server.ts'
import { mostQuestions, type QuestionSettings } from './question-schema.ts'

/** `id` is none of a type's questions when somebody took it away, or another type's. */
type Which = { slug: string; id: string }

/** Asks one more thing, after all others. `key` is the form's own, so that one form adds one question. */
export function addQuestion(
  viewer: Viewer,
  { slug, key, settings }: { slug: string; key: string; settings: QuestionSettings },
): Promise<Outcome<null, 'not-found' | 'too-many'>> {
  return onQuestions<'too-many'>(viewer, slug, async (tx, type) => {
    if (type.questions.some(({ id }) => id === key)) return done(null)
    if (type.questions.length >= mostQuestions) return refused('too-many')
    const last = await tx.question.aggregate({ where: { typeId: type.id }, _max: { position: true } })
    const position = (last._max.position ?? -1) + 1
    await tx.question.create({ data: { id: key, typeId: type.id, position, ...columnsOf(settings) } })
    return done(null)
  })
}

/** Changes the question that was shown. Answers that were given keep the words that they were given to. */
export function changeQuestion(
  viewer: Viewer,
  { slug, id, version }: Which & { version: number },
  settings: QuestionSettings,
): Promise<Outcome<null, 'not-found' | 'changed-meanwhile'>> {
  return onQuestions<'changed-meanwhile'>(viewer, slug, async (tx, type) => {
    const question = type.questions.find((each) => each.id === id)
    if (!question) return refused('not-found')
    if (hasColumns(question, columnsOf(settings))) return done(null)
    const { count } = await tx.question.updateMany({
      where: { id, version },
      data: { ...columnsOf(settings), version: { increment: 1 } },
    })
    return count > 0 ? done(null) : refused('changed-meanwhile')
  })
}

/** Asks it no longer; once is as good as twice. */
export function removeQuestion(viewer: Viewer, { slug, id }: Which): Promise<Outcome<null, 'not-found'>> {
  return onQuestions<never>(viewer, slug, async (tx, type) => {
    await tx.question.deleteMany({ where: { id, typeId: type.id } })
    return done(null)
  })
}

export function moveQuestion(
  viewer: Viewer,
  { slug, id }: Which,
  direction: Direction,
): Promise<Outcome<null, 'not-found'>> {
  return onQuestions<never>(viewer, slug, async (tx, { questions }) => {
    const index = questions.findIndex((question) => question.id === id)
    if (index < 0) return refused('not-found')
    for (const [position, question] of movedIn(questions, index, direction).entries()) {
      await tx.question.update({ where: { id: question.id }, data: { position } })
    }
    return done(null)
  })
}

type TypeAsking = { id: string; questions: Question[] }

/** One change after the other, so that neither the order nor the number of questions comes out wrong. */
function onQuestions<Reason extends string>(
  viewer: Viewer,
  slug: string,
  act: (tx: Transaction, type: TypeAsking) => Promise<Outcome<null, Reason | 'not-found'>>,
): Promise<Outcome<null, Reason | 'not-found'>> {
  requireOffice(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, Reason | 'not-found'>> => {
    await lockFor(tx, 'setup', 'consultation types')
    const type = await tx.consultationType.findUnique({
      where: { slug },
      select: { id: true, questions: inOrder },
    })
    return type ? auditedType(tx, viewer, { ...type, slug }, () => act(tx, type)) : refused('not-found')
  })
}

function columnsOf({ options, ...settings }: QuestionSettings) {
  return { ...settings, options: [...options] }
}
