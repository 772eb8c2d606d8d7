import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { letterStates } from '#app/mail/letter-state.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { cursorSchema, isAfter, writeCursor } from './keyset.ts'
import { letterScope } from './scope.server.ts'

const rowsOnAPage = 50

const letterFilterSchema = z.object({
  state: z.enum(letterStates).optional().catch(undefined),
  after: cursorSchema.optional().catch(undefined),
})
export type LetterFilter = z.output<typeof letterFilterSchema>

/** `?state=bounced&after=…`; what is unknown is ignored. */
export function readLetterFilter(query: URLSearchParams): LetterFilter {
  return letterFilterSchema.parse({
    state: query.get('state') ?? undefined,
    after: query.get('after') ?? undefined,
  })
}

/** One page of the letters that the viewer may see, newest first. */
export async function listLetters(viewer: Viewer, { state, after }: LetterFilter) {
  const conditions: Prisma.LetterWhereInput[] = [
    letterScope(viewer),
    ...(state ? [{ state }] : []),
    ...(after ? [isAfter(after)] : []),
  ]
  const found = await db.letter.findMany({
    where: { AND: conditions },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: rowsOnAPage + 1,
    select: {
      id: true,
      kind: true,
      to: true,
      state: true,
      attempts: true,
      createdAt: true,
      sentAt: true,
      lead: { select: { ref: true } },
    },
  })
  const letters = found.slice(0, rowsOnAPage)
  const last = letters.at(-1)
  return {
    letters,
    next: found.length > rowsOnAPage && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  }
}

/** The letter; 404 when there is none that the viewer may see. */
export async function getLetter(viewer: Viewer, id: string | undefined) {
  const isId = z.uuid().safeParse(id).success
  const letter = isId
    ? await db.letter.findFirst({
        where: { id, AND: letterScope(viewer) },
        include: { lead: { select: { ref: true } } },
      })
    : null
  if (!letter) throw new Response(null, { status: 404 })
  return letter
}
