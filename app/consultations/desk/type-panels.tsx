import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import type { TypeRow } from './list-types.server.ts'

/** Whether it works: what a visitor would be offered first. */
export function NextFreePanel(props: {
  slug: string
  next: TypeRow['next']
  zoneName: string
  active: boolean
}) {
  const { slug, next, zoneName, active } = props
  return (
    <section className="panel" aria-labelledby="next-free">
      <h2 id="next-free">Next free time</h2>
      {next ? (
        <p>
          <time dateTime={next.iso}>{next.words}</time> <span className="beside">({zoneName})</span>
        </p>
      ) : (
        <p>{active ? whyNone : 'It is not offered.'}</p>
      )}
      {active && (
        <p>
          <a href={paths.book({ type: slug })}>See it as visitors do</a>
        </p>
      )}
    </section>
  )
}

const whyNone =
  'None in the next two months. Look at who holds it, their hours, and how far ahead it can be booked.'

/** Deleting is for what was made by mistake; what was booked stays for its bookings' sake. */
export function DeletePanel({ name, wasBooked }: { name: string; wasBooked: boolean }) {
  return (
    <section className="panel" aria-labelledby="delete">
      <h2 id="delete">Delete it</h2>
      {wasBooked ? (
        <p>
          It has been booked, so it stays. Take away “Offered to visitors” and nobody can book it any more.
        </p>
      ) : (
        <form method="post" className="form">
          <p>Nobody has booked “{name}” yet. It goes with its questions, and cannot be brought back.</p>
          <div>
            <Button tone="danger" name="intent" value="delete">
              Delete the type
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
