import { randomBytes } from 'node:crypto'
import { env } from '#app/env.server.ts'

/** By which calendars know a meeting for life. */
export function newIcsUid(): string {
  return `${randomBytes(16).toString('hex')}@${new URL(env.APP_URL).hostname}`
}
