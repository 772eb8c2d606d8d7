import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** Where else one goes from the list and from the week. `mayBook`: the viewer may also change things. */
export function BookingLinks({ mayBook }: { mayBook: boolean }) {
  return (
    <div className="bar-end">
      <a href={paths.staff.why()}>Why is a time not free?</a>
      {mayBook && (
        <ButtonLink small href={paths.staff.newBooking()}>
          Book for a visitor
        </ButtonLink>
      )}
    </div>
  )
}
