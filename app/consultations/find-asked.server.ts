import type { Reader } from '#app/db.server.ts'
import { readingTogether } from '#app/ops/read-together.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { callsVisitor, type StoredPlace } from './place.ts'
import type { Question } from './question.ts'

/** What a booking form of this type asks besides who is coming. */
export type Asked = { callsYou: boolean; questions: Question[] }

/** `null` when there is no such type to book. */
export async function findAsked(database: Reader, typeSlug: string): Promise<Asked | null> {
  const type = await findAsking(database, typeSlug)
  return type && { callsYou: callsVisitor(type), questions: type.questions }
}

type Asking = StoredPlace & { questions: Question[] }

const readTogether = readingTogether<Asking | null>()

/** A type's place and questions; `null` when there is no such type to book. */
export function findAsking(database: Reader, typeSlug: string): Promise<Asking | null> {
  return readTogether(database, typeSlug, () =>
    database.consultationType.findFirst({
      where: { slug: typeSlug, active: true },
      select: { place: true, placeDetail: true, questions: inOrder },
    }),
  )
}

/** A type's questions as they are asked. */
export const inOrder = {
  select: { id: true, label: true, kind: true, required: true, options: true },
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
} satisfies Prisma.ConsultationType$questionsArgs
