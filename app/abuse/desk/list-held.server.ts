import { z } from 'zod'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'

export type HeldFilter = { outcome: 'held' | 'spam'; after: string | undefined }

const rowsOnAPage = 30

const rowShape = {
  ...{ id: true, kind: true, reference: true, title: true, payload: true, email: true, outcome: true },
  ...{ score: true, reasons: true, ipHash: true, createdAt: true },
} satisfies Prisma.SubmissionSelect
export type HeldRow = Prisma.SubmissionGetPayload<{ select: typeof rowShape }>

/** What waits for staff to look, newest first. What spam leaves behind when its words are erased is not shown. */
export async function listHeld({ outcome, after }: HeldFilter) {
  const found = await db.submission.findMany({
    where: { outcome, email: { not: '' }, ...(after && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: rowsOnAPage + 1,
    select: rowShape,
  })
  const rows = found.slice(0, rowsOnAPage)
  return { rows, next: found.length > rowsOnAPage ? (rows.at(-1)?.id ?? null) : null }
}

/** One of them; throws a 404 for what is none. */
export async function getHeld(id: string | undefined): Promise<HeldRow> {
  const { success } = z.uuid().safeParse(id)
  const held = success
    ? await db.submission.findFirst({
        where: { id, outcome: { not: 'accepted' }, email: { not: '' } },
        select: rowShape,
      })
    : null
  if (!held) throw new Response(null, { status: 404 })
  return held
}

export async function countHeld(): Promise<{ held: number; spam: number }> {
  const [held, spam] = await Promise.all(
    (['held', 'spam'] as const).map((outcome) =>
      db.submission.count({ where: { outcome, email: { not: '' } } }),
    ),
  )
  return { held: held ?? 0, spam: spam ?? 0 }
}

export type BlockRow = Awaited<ReturnType<typeof listBlocks>>[number]

export async function listBlocks(now: Date) {
  return db.senderBlock.findMany({
    where: { until: { gt: now } },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: {
      ...{ id: true, kind: true, value: true, reason: true, until: true, createdAt: true },
      staff: { select: { name: true } },
    },
  })
}
