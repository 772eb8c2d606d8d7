import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { LiveTimes, type LiveTime } from '#app/ui/live-times.tsx'

type FreeTimes = { timeZone: TimeZone; times: readonly LiveTime[] }
export type TimesShown = { zoneName: string; times: LiveTime[] }

/** The next free times as a page shows them: words only, the zone named as it is now. */
export function timesShown({ timeZone, times }: FreeTimes, now: Date): TimesShown {
  return {
    zoneName: sayZone(timeZone, now),
    times: times.map(({ href, date, time }) => ({ href, date, time })),
  }
}

/** The list on the home page. */
export function NextTimes({ zoneName, times }: TimesShown) {
  return (
    <LiveTimes
      heading="Next free consultations"
      zoneName={zoneName}
      times={times}
      allHref={paths.book()}
      emptyWords={`No time is free in the coming weeks. Share your requirement and we answer within ${site.replyWithin}.`}
    />
  )
}

/** One line of it, beside the doors of a role's page; nothing when nothing is free. */
export function NextTimeLine({ zoneName, times: [first] }: TimesShown) {
  if (!first) return null
  return (
    <p className="next-line no-print">
      <span className="label-live">Next free consultation:</span>
      <a href={first.href}>
        {first.date}, {first.time}
      </a>
      <span>({zoneName})</span>
    </p>
  )
}
