import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Tab } from './booking-filter.ts'

const headings: Record<Tab, string> = {
  upcoming: 'No consultation is ahead',
  today: 'No more consultations today',
  'to-mark': 'Nothing to mark',
  past: 'No consultation was held or missed',
  cancelled: 'None is cancelled',
}

const explanations: Record<Tab, string> = {
  upcoming: 'Whatever visitors book appears here at once.',
  today: 'Those that are still to come today, and the one under way.',
  'to-mark': 'When a consultation has begun, say here whether the visitor came.',
  past: 'A consultation comes here when somebody has said whether the visitor came.',
  cancelled: 'Cancelled ones stay here, and can be opened again until their time has passed.',
}

/** An empty list that says why, and what would fill it. */
export function NoBookings({ show, isNarrowed }: { show: Tab; isNarrowed: boolean }) {
  if (isNarrowed) {
    return (
      <EmptyState heading="No booking fits">
        <p>
          <a href={paths.staff.bookings({ show })}>Show all of them</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState heading={headings[show]}>
      <p>{explanations[show]}</p>
    </EmptyState>
  )
}
