import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** What one can begin from the list and from the week, if the viewer may change things. */
export function BookingLinks({ mayBook }: { mayBook: boolean }) {
  if (!mayBook) return null
  return (
    <div className="bar-end">
      <ButtonLink small href={paths.staff.newBooking()}>
        Book for a visitor
      </ButtonLink>
    </div>
  )
}
