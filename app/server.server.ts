/** What server.js and the commands in bin/ need of the application: they can import only what the build exports. */
import { loadFirstCalendars } from '#app/booking/first-calendars.server.ts'
import { db } from '#app/db.server.ts'

export { env } from '#app/env.server.ts'
export { log } from '#app/ops/log.server.ts'
export { httpApp } from '#app/ops/http-app.server.ts'
export { startWorker } from '#app/mail/worker.server.ts'
export { offerSetupLink } from '#app/staff/setup-link.server.ts'
export { staffCommand } from '#app/staff/staff-command.server.ts'

/** What a new database is given once, before the first visitor. */
export async function loadFirstContent(): Promise<void> {
  await loadFirstCalendars()
}

export async function disconnect(): Promise<void> {
  await db.$disconnect()
}
