import { requireOffice } from '#app/calendars/scope.server.ts'
import { db } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { auditedType } from './type-facts.server.ts'
import { movedIn, type Direction } from './in-order.ts'

/** The order in which visitors choose among types. */
export const inVisitorsOrder = [
  { position: 'asc' as const },
  { name: 'asc' as const },
  { id: 'asc' as const },
]

/** Moves a type one place; the first does not go further up. */
export async function moveType(
  viewer: Viewer,
  { slug, direction }: { slug: string; direction: Direction },
): Promise<Outcome<null, 'not-found'>> {
  requireOffice(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, 'not-found'>> => {
    await lockFor(tx, 'setup', 'consultation types')
    const types = await tx.consultationType.findMany({
      orderBy: inVisitorsOrder,
      select: { id: true, slug: true, position: true },
    })
    const index = types.findIndex((type) => type.slug === slug)
    if (index < 0) return refused('not-found')
    for (const [position, type] of movedIn(types, index, direction).entries()) {
      if (type.position === position) continue
      await auditedType(tx, viewer, type, () =>
        tx.consultationType.update({ where: { id: type.id }, data: { position } }),
      )
    }
    return done(null)
  })
}

/** Deletes a type that nobody has ever booked, with its questions. */
export async function deleteType(
  viewer: Viewer,
  slug: string,
): Promise<Outcome<null, 'booked' | 'not-found'>> {
  requireOffice(viewer)
  try {
    return await db.$transaction(async (tx): Promise<Outcome<null, 'not-found'>> => {
      const type = await tx.consultationType.findUnique({ where: { slug }, select: { id: true, slug: true } })
      if (!type) return refused('not-found')
      await auditedType(tx, viewer, type, () => tx.consultationType.deleteMany({ where: { slug } }))
      return done(null)
    })
  } catch (error) {
    if (isConstraintViolation(error, 'booking_type_id_fkey')) return refused('booked')
    throw error
  }
}
