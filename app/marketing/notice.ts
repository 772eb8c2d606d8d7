/**
 * The privacy notices, one file for each, named after the day from which it holds. Forms post `noticeVersion` with the
 * consent they carry, so what a person agreed to can always be read again at `/privacy/versions/:version`.
 *
 * To change the notice: copy the newest file under the new day, change the copy, and add it below. A notice that was in
 * force is never changed: a test knows its fingerprint.
 */
import type { CalendarDate } from '#app/time/types.ts'
import type { NoticeText } from './notice-text.ts'
import { notice as of20261122 } from './notices/2026-11-22.ts'
import { notice as of20261128 } from './notices/2026-11-28.ts'
import { notice as of20261129 } from './notices/2026-11-29.ts'

type Notice = { version: CalendarDate; text: NoticeText }

const current: Notice = { version: '2026-11-29' as CalendarDate, text: of20261129 }

/** Newest first; the first one is in force. */
export const notices: readonly [Notice, ...Notice[]] = [
  current,
  { version: '2026-11-28' as CalendarDate, text: of20261128 },
  { version: '2026-11-22' as CalendarDate, text: of20261122 },
]

/** Of the notice in force. */
export const noticeVersion = current.version

export function findNotice(version: string | undefined): Notice | null {
  return notices.find((notice) => notice.version === version) ?? null
}
