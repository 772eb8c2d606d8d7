import type { Unavailable } from '#app/booking/picker/asked-time.server.ts'
import { ClockSwitch } from '#app/booking/picker/clock-switch.tsx'
import detectZone from '#app/booking/picker/detect-zone.js?url'
import type { Picker } from '#app/booking/picker/picker.ts'
import { SlotPicker, type PickerLinks } from '#app/booking/picker/slot-picker.tsx'
import { UnavailableTime } from '#app/booking/picker/unavailable-time.tsx'
import type { ZonesShown } from '#app/booking/picker/show-zones.ts'
import { ZoneForm } from '#app/booking/picker/zone-form.tsx'
import { paths } from '#app/paths.ts'
import type { Away } from '#app/calendars/away.server.ts'
import { ErrorSummary, type FormProblem } from '#app/ui/error-summary.tsx'
import { AwayNote } from './away-note.tsx'
import { BookWhat } from './book-what.tsx'
import type { BookableType } from './bookable-types.server.ts'
import { ChooseHost } from './choose-host.tsx'
import type { VisitContext } from './visit.server.ts'

/** The first step: the month, the day's times, and whose calendar on which clock. */
export function ChooseTime(props: {
  type: BookableType
  typesHref: string | null
  about: string | null
  context: VisitContext
  picker: Picker
  /** The instant that the shown day stands for when the zone becomes another one. */
  at: string | undefined
  unavailable: Unavailable | null
  /** When the chosen person is away in the shown month; null when nobody was chosen. */
  away: { name: string; away: Away[] } | null
  zones: ZonesShown
  problems: readonly FormProblem[]
}) {
  const { type, context, picker, unavailable, away, zones, problems } = props
  const date = picker.day?.date
  const linkTo: PickerLinks = (to) => paths.book({ ...context, ...to })
  const holdAt = paths.hold({ ...context, type: type.slug, date })
  const { timeZone: _shown, ...kept } = context
  return (
    <div className="book">
      {problems.length > 0 && (
        <div className="book-note">
          <ErrorSummary problems={problems} />
        </div>
      )}
      {unavailable && problems.length === 0 && (
        <UnavailableTime unavailable={unavailable} linkTo={(slot) => linkTo({ slot })} holdAt={holdAt} />
      )}
      <BookWhat step={1} type={type} typesHref={props.typesHref} about={props.about}>
        <div className="book-view" id="view">
          <ChooseHost
            hosts={type.hosts}
            chosen={context.host}
            linkTo={(host) => paths.book({ ...context, host, date })}
          />
          {type.isInPerson ? (
            <p>Times are by the clock where you meet: {picker.zoneName}.</p>
          ) : (
            <ZoneForm
              action={paths.book({ type: context.type })}
              zones={zones}
              keep={{ ...kept, type: undefined, at: props.at }}
            />
          )}
          <ClockSwitch clock={picker.clock} linkTo={(clock) => linkTo({ date, clock })} />
        </div>
      </BookWhat>
      <SlotPicker
        picker={picker}
        linkTo={linkTo}
        holdAt={holdAt}
        note={
          away && (
            <AwayNote
              {...away}
              linkTo={(host) => paths.book({ ...context, host, month: picker.month.key })}
            />
          )
        }
      />
      {/* After the picker's, which draws the page again in place. */}
      {zones.isGuessed && <script type="module" src={detectZone} />}
    </div>
  )
}
