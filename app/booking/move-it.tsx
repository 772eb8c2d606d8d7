import { ClockSwitch } from '#app/booking/picker/clock-switch.tsx'
import { SlotPicker, type PickerLinks } from '#app/booking/picker/slot-picker.tsx'
import { UnavailableTime } from '#app/booking/picker/unavailable-time.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import type { Move } from './load-move.server.ts'

/** `clock`: once the visitor has chosen one. */
type Props = { move: Move; context: { token: string; clock?: string | undefined } }

/** The calendar to move a booking with. */
export function MoveIt({ move, context, isRefused }: Props & { isRefused: boolean }) {
  const { ownStart, picker, unavailable } = move
  const linkTo = linksOf({ move, context })
  return (
    <section aria-labelledby="move">
      <h2 id="move">Move it</h2>
      <div className="book">
        {unavailable && !isRefused && (
          <UnavailableTime unavailable={unavailable} linkTo={(slot) => linkTo({ slot })} />
        )}
        <SlotPicker picker={picker} ownStart={ownStart} linkTo={linkTo} />
      </div>
      <ClockSwitch clock={picker.clock} linkTo={(clock) => linkTo({ date: picker.day?.date, clock })} />
    </section>
  )
}

/** A time is chosen: the button that moves the booking there. */
export function ConfirmMove({ move, context, start }: Props & { start: string }) {
  return (
    <form method="post" className="btn-row">
      <input type="hidden" name="start" value={start} />
      <Button tone="go" name="intent" value="move">
        Move it to this time
      </Button>
      <a href={linksOf({ move, context })({ date: move.picker.day?.date })}>Choose another time</a>
    </form>
  )
}

function linksOf({ move, context: { token, clock } }: Props): PickerLinks {
  return (query) => paths.manage(token, { timeZone: move.picker.timeZone, clock, ...query })
}
