/** What server.js and the commands in bin/ need of the application: they can import only what the build exports. */
import type { RequestListener } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { isBookingLetterDue } from '#app/booking/letters/announce-booking.server.ts'
import { startFeedReader } from '#app/calendars/feeds/feed-reader.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { noteSentLetter } from '#app/leads/answered-by-letter.server.ts'
import { tellOfBounce } from '#app/leads/assignment/tell-of-bounce.server.ts'
import { jobSteps } from '#app/leads/jobs/job-steps.server.ts'
import { startJobs } from '#app/leads/jobs/job-runner.server.ts'
import { startWorker as startMailWorker } from '#app/mail/worker.server.ts'
import { startReminding } from '#app/tasks/remind.server.ts'
import { httpApp as makeApp } from '#app/ops/http-app.server.ts'
import { keepFiles } from '#app/ops/kept-files.server.ts'
import { keepPages } from '#app/ops/kept-pages.server.ts'
import { listIndexablePages, listReadingPages, listTimesAlone } from '#app/seo/pages.server.ts'
import { noteBounce, noteReachable } from '#app/privacy/bounces.server.ts'
import { wasErased } from '#app/privacy/suppressed.server.ts'
import { startRetention } from '#app/privacy/retention-keeper.server.ts'
import { whyUnwanted } from '#app/privacy/unwanted-letters.server.ts'
import { hasSessionCookie } from '#app/staff/session.server.ts'
import { startWebhookSender } from '#app/webhooks/webhook-sender.server.ts'

export { env } from '#app/env.server.ts'
export { log } from '#app/ops/log.server.ts'
export { offerSetupLink } from '#app/staff/setup-link.server.ts'
export { staffCommand } from '#app/staff/staff-command.server.ts'

/** What answers a request, with the addresses that it also knows in capital letters. */
export function httpApp(options: Omit<Parameters<typeof makeApp>[0], 'addresses'>) {
  return makeApp({ ...options, addresses: listIndexablePages().map(({ path }) => path) })
}

/** Answers what is the same for everybody in front of the app, from memory: files, and pages that are read. */
export function keepInFront(build: ServerBuild) {
  const files = keepFiles('build/client')
  const pages = keepPages({
    build,
    pages: [...listReadingPages(), ...listTimesAlone()],
    isStaff: hasSessionCookie,
  })
  return {
    of: (app: RequestListener) => files.inFrontOf(pages.inFrontOf(app)),
    stop: () => pages.stop(),
  }
}

/**
 * Sends letters, tells webhooks, reads hosts' other calendars, takes long jobs on and clears what is kept no longer until it is stopped. Each
 * letter is asked about once more first: its booking may have changed since.
 */
export function startWorker(): { stop(): Promise<void> } {
  const parts = [
    startMailWorker({
      stillDue: isBookingLetterDue,
      whyUnwanted,
      onSent: async (tx, letter, at) => {
        await noteSentLetter(tx, letter, at)
        await noteReachable(tx, letter)
      },
      onBounced: async (tx, letter, at) => {
        await noteBounce(tx, letter, at)
        await tellOfBounce(tx, letter, at)
      },
    }),
    startFeedReader(),
    startReminding(),
    startJobs(jobSteps({ wasErased })),
    startRetention(),
    startWebhookSender(),
  ]
  return {
    async stop() {
      await Promise.all(parts.map((part) => part.stop()))
    },
  }
}

/** What a new database is given once, before the first visitor. */
export async function loadFirstContent(): Promise<void> {
  await loadFirstCalendars()
}

export async function disconnect(): Promise<void> {
  await db.$disconnect()
}
