/** Counted consultations as a chart, week by week, with the list that each number leads to. */
import { paths } from '#app/paths.ts'
import type { Chart, Mark } from '#app/ui/charts/chart.ts'
import { countOf } from './count-of.ts'
import { outcomeNames, outcomes, type Outcome } from './outcome.ts'
import type { Week } from './period.ts'
import { sayConsultations, sayWeek } from './say.ts'
import type { BookingTally } from './tally-bookings.server.ts'

/** Where the list of bookings shows them. */
const tabs: Record<Outcome, { show: string; was?: string }> = {
  attended: { show: 'past', was: 'attended' },
  no_show: { show: 'past', was: 'no_show' },
  cancelled: { show: 'cancelled' },
  'to-mark': { show: 'to-mark' },
  upcoming: { show: 'upcoming' },
}

export function bookingChart(tally: BookingTally, weeks: readonly Week[]): Chart {
  const happened = outcomes.filter((outcome) => tally.some((each) => each.outcome === outcome))
  return {
    series: happened.map((outcome) => ({ key: outcome, name: outcomeNames[outcome] })),
    rows: weeks.map((week, index) => ({
      key: week.from,
      label: sayWeek(week),
      marks: happened.map((outcome): Mark => {
        const count = countOf(tally, (each) => each.week === index && each.outcome === outcome)
        return {
          series: outcome,
          count,
          href: paths.staff.bookings({ ...tabs[outcome], ...week }),
          says: `${outcomeNames[outcome]}, week of ${sayWeek(week)}: ${sayConsultations(count)}`,
        }
      }),
    })),
  }
}
