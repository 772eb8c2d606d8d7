import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { LiveTimes, type LiveTime } from '#app/ui/live-times.tsx'
import { calls } from './calls.ts'
import visitorClock from './visitor-clock.js?url'

export type TimesShown = {
  zoneName: string
  /** Nobody said yet which clock the visitor reads, so these are on the office's. */
  isGuessed: boolean
  /** Where the same is answered alone, for visitor-clock.js. */
  alone: string
  times: LiveTime[]
}

/** The list on the home page. */
export function NextTimes({ zoneName, isGuessed, alone, times }: TimesShown) {
  return (
    <div data-times={isGuessed ? alone : undefined}>
      <LiveTimes
        heading="Next free consultations"
        zoneName={zoneName}
        times={times}
        allHref={paths.book()}
        emptyWords={`No time is free in the coming weeks. ${calls.start.label} and we answer within ${site.replyWithin}.`}
      />
      {isGuessed && <script type="module" src={visitorClock} />}
    </div>
  )
}

/** One line of it, beside the doors of a role's page; nothing when nothing is free. */
export function NextTimeLine({ zoneName, isGuessed, alone, times: [first] }: TimesShown) {
  if (!first) return null
  return (
    <p className="next-line no-print" data-times={isGuessed ? alone : undefined}>
      <span className="label-live">Next free consultation:</span>
      <a href={first.href}>
        {first.date}, {first.time}
      </a>
      <span>({zoneName})</span>
      {isGuessed && <script type="module" src={visitorClock} />}
    </p>
  )
}
