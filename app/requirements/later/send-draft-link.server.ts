import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import type { Draft } from '../draft-rows.server.ts'

/** Writes the letter whose link opens this draft on another device. The address is kept nowhere else. */
export async function sendDraftLink(draft: Draft, address: string): Promise<void> {
  await db.$transaction((tx) =>
    enqueue(tx, {
      kind: 'finish-later',
      to: { name: '', address },
      dedupeKey: `draft:${draft.id}:${randomUUID()}`,
      notAfter: draft.expiresAt,
      props: {
        firm: firmInLetters,
        resumeUrl: env.APP_URL + paths.startResume(signLink('resume', draft)),
        keptUntil: keptUntil(draft),
      },
    }),
  )
}

export function keptUntil({ expiresAt }: { expiresAt: Date }): string {
  return sayDayAndYear(dateIn(expiresAt, site.office.timeZone))
}
