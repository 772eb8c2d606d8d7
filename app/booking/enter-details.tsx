import type { ChosenWords, FreeTime } from '#app/booking/picker/chosen-time.ts'
import { NearbyTimes } from '#app/booking/picker/nearby-times.tsx'
import { ZoneGuess } from '#app/booking/picker/zone-form.tsx'
import type { Asked } from '#app/consultations/find-asked.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { BookWhat } from './book-what.tsx'
import type { BookableType } from './bookable-types.server.ts'
import { BookingForm, type BookingDetails } from './booking-form.tsx'
import type { HeldWords } from './held.tsx'
import type { VisitContext } from './visit.server.ts'

/** What came back with a form that was refused. `gone`: a word beside its time, if that could not be had. */
export type Refused = { values: Typed; errors: FormErrors; nearby: FreeTime[]; gone: string | null }

/**
 * The second step, filled in: with what was typed once the form has come back, before that with what a requirement
 * has told. A form that comes back keeps its key, so that sending it again is the same request.
 */
export function EnterDetails(props: {
  type: BookableType
  about: string | null
  context: VisitContext
  isZoneGuessed: boolean
  asked: Asked
  told: BookingDetails | null
  newKey: string
  newStamp: string
  chosen: ChosenWords
  held: HeldWords | null
  refused: Refused | undefined
}) {
  const { type, context, chosen, held, refused } = props
  const { timeZone, request, host } = context
  const letGo = { ...context, type: type.slug, at: chosen.start }
  return (
    <div className="book">
      <BookWhat step={2} type={type} typesHref={null} about={props.about} />
      {props.isZoneGuessed && !refused && <ZoneGuess timeZone={timeZone} />}
      <div className="book-details">
        <BookingForm
          chosen={{ ...chosen, changeHref: paths.book(letGo), letGoHref: paths.hold(letGo) }}
          details={fillIn(refused, props.told)}
          asked={props.asked}
          answered={(questionId) => typedText(refused?.values.answers, questionId)}
          errors={refused?.errors ?? {}}
          instead={
            refused &&
            refused.nearby.length > 0 && <NearbyTimes times={refused.nearby} values={refused.values} />
          }
          held={held?.start === chosen.start ? held : null}
          gone={refused?.gone ?? null}
          stamp={typedText(refused?.values, 'opened') || props.newStamp}
          hidden={{
            ...{ type: type.slug, host, timeZone, request },
            idempotencyKey: typedText(refused?.values, 'idempotencyKey') || props.newKey,
          }}
        />
      </div>
    </div>
  )
}

export function fillIn(
  refused: Pick<Refused, 'values'> | undefined,
  told: BookingDetails | null,
): BookingDetails {
  const filled = (name: keyof BookingDetails) =>
    refused ? typedText(refused.values, name) : (told?.[name] ?? '')
  return {
    name: filled('name'),
    email: filled('email'),
    company: filled('company'),
    phone: filled('phone'),
    message: filled('message'),
    guests: filled('guests'),
  }
}
