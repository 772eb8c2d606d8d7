import type { Asked } from '#app/consultations/find-asked.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { HeldWords } from './held.tsx'
import { BookingForm, type BookingDetails, type ChosenTime } from './booking-form.tsx'
import type { FreeTime } from '#app/booking/picker/chosen-time.ts'
import { NearbyTimes } from '#app/booking/picker/nearby-times.tsx'

/** What came back with a form that was refused. */
export type Refused = { values: Typed; errors: FormErrors; nearby: FreeTime[] }

/**
 * The second step, filled in: with what was typed once the form has come back, before that with what a requirement
 * has told. A form that comes back keeps its key, so that sending it again is the same request.
 */
export function BookDetails(props: {
  chosen: ChosenTime
  asked: Asked
  told: BookingDetails | null
  refused: Refused | undefined
  type: string
  host: string | undefined
  timeZone: string
  request: string | undefined
  newKey: string
  held: HeldWords | null
}) {
  const { chosen, told, refused } = props
  const typed = (name: string) => {
    const value = refused?.values[name]
    return typeof value === 'string' ? value : undefined
  }
  const filled = (name: keyof BookingDetails) => typed(name) ?? ((refused ? '' : told?.[name]) || '')
  return (
    <div className="book-details">
      <BookingForm
        chosen={chosen}
        details={{
          name: filled('name'),
          email: filled('email'),
          company: filled('company'),
          phone: filled('phone'),
          message: filled('message'),
        }}
        asked={props.asked}
        answered={(questionId) => typedText(refused?.values.answers, questionId)}
        errors={refused?.errors ?? {}}
        instead={
          refused &&
          refused.nearby.length > 0 && <NearbyTimes times={refused.nearby} values={refused.values} />
        }
        held={props.held}
        hidden={{
          type: props.type,
          host: props.host,
          timeZone: props.timeZone,
          request: props.request,
          idempotencyKey: typed('idempotencyKey') ?? props.newKey,
        }}
      />
    </div>
  )
}
