import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { paths } from '#app/paths.ts'
import type { NotificationKind } from '#app/prisma/enums.ts'

/** Something that members of staff are to know. */
export type News = {
  kind: NotificationKind
  /** Their ids; who is disabled is told nothing. */
  to: readonly string[]
  /** One notification for one cause and person, however often it is told. */
  cause: string
  leadId?: string
  taskId?: string
  /** Who caused it; left out for a visitor, or the clock. */
  actorId?: string
  /** What the letter says: "L-1042 is yours", and what it is about in a line. */
  heading: string
  about: string
  path: string
}

type Reader = { id: string; name: string; email: string }

/** Tells them in the app and, unless they switched that off for this kind, by mail: in the transaction of the cause. */
export async function notify(tx: Transaction, news: News, now: Date): Promise<void> {
  if (news.to.length === 0) return
  const { kind, cause, leadId = null, taskId = null, actorId = null } = news
  const mailed = await tx.$queryRaw<Reader[]>`
    WITH told AS (
      INSERT INTO notification (id, staff_id, kind, lead_id, task_id, actor_id, created_at, dedupe_key)
      SELECT gen_random_uuid(), id, ${kind}::notification_kind, ${leadId}::uuid, ${taskId}::uuid, ${actorId}, ${now},
        ${cause} || ' ' || id
      FROM staff WHERE id = ANY(${[...news.to]}) AND disabled_at IS NULL
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING staff_id)
    SELECT id, name, email FROM staff JOIN told ON told.staff_id = staff.id
    WHERE NOT ${kind}::notification_kind = ANY(unmailed)`
  for (const reader of mailed) await mail(tx, news, reader)
}

function mail(tx: Transaction, { cause, leadId, heading, about, path }: News, reader: Reader) {
  return enqueue(tx, {
    kind: 'desk-notification',
    to: { name: reader.name, address: reader.email },
    dedupeKey: `notification ${cause} ${reader.id}`,
    ...(leadId && { leadId }),
    props: {
      firm: firmInLetters,
      name: reader.name,
      heading,
      about,
      url: env.APP_URL + path,
      switchesUrl: env.APP_URL + paths.staff.profile(),
    },
  })
}
