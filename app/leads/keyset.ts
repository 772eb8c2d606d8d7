/**
 * Pages of a long list: each begins after the last row of the one before, which its address names by a moment and an id.
 * Any page is as quick as the first, and no row is lost or shown twice while others come and go.
 */
import { z } from 'zod'

/** The last row of the page before. */
export type Cursor = { at: Date; id: string }

export const cursorSchema = z
  .string()
  .regex(/^\d{1,14}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): Cursor => {
    const [milliseconds = '', ...id] = text.split('-')
    return { at: new Date(Number(milliseconds)), id: id.join('-') }
  })

export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}-${id}`
}

/**
 * What was created before the cursor, newest first. The first clause says nothing new, but turns the second from a filter
 * into a range of the index.
 */
export function isAfter({ at, id }: Cursor) {
  return {
    AND: [{ createdAt: { lte: at } }, { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }],
  }
}
