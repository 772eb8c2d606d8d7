import { paths } from '#app/paths.ts'

/** Where else one goes from the list and from the week. */
export function BookingLinks() {
  return (
    <div className="bar-end">
      <a href={paths.staff.why()}>Why is a time not free?</a>
    </div>
  )
}
