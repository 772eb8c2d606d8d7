import { Button } from '#app/ui/button.tsx'
import { GuestsField } from './guests-field.tsx'

/** Whom the visitor brings along, to be changed; open once there is something to see in it. */
export function GuestsForm(props: { guests: string; errors: string[] | undefined; isOpen: boolean }) {
  return (
    <details className="correct no-print" open={props.isOpen}>
      <summary>{props.guests ? 'Change who else comes' : 'Bring somebody along'}</summary>
      <form method="post" className="form" noValidate>
        <GuestsField label="Who else comes" defaultValue={props.guests} errors={props.errors} />
        <div>
          <Button name="intent" value="guests">
            Save the guests
          </Button>
        </div>
      </form>
    </details>
  )
}
