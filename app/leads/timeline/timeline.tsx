import { Chip, Chips } from '#app/ui/chips.tsx'
import { HistoryDays } from '../lead-history.tsx'
import type { HistoryDay } from '../lead-timeline.ts'
import { timelineKindNames, timelineKinds, type TimelineKind } from './timeline-kinds.ts'

type TimelineProps = {
  days: readonly HistoryDay[]
  kind: TimelineKind
  hrefOf: (shown: { kind?: string; before?: string }) => string
  /** Where the entries before these are, and where the newest are. */
  older: string | null
  isOlder: boolean
}

/** What happened, newest day first, of one kind or all. */
export function Timeline({ days, kind, hrefOf, older, isOlder }: TimelineProps) {
  return (
    <section aria-labelledby="history" id="timeline">
      <h2 id="history">Timeline</h2>
      <Chips label="Kind of entry">
        {timelineKinds.map((each) => (
          <Chip key={each} href={hrefOf(each === 'all' ? {} : { kind: each })} isHere={each === kind}>
            {timelineKindNames[each]}
          </Chip>
        ))}
      </Chips>
      {days.length === 0 && <p className="beside">Nothing of this kind yet.</p>}
      <HistoryDays days={days} />
      {(older || isOlder) && (
        <p className="btn-row">
          {isOlder && <a href={hrefOf(kind === 'all' ? {} : { kind })}>Newest</a>}
          {older && <a href={hrefOf({ ...(kind !== 'all' && { kind }), before: older })}>Earlier</a>}
        </p>
      )}
    </section>
  )
}
