import { site } from '#app/site.ts'
import { TextField } from '#app/ui/field.tsx'
import { Part } from '#app/ui/part.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import type { PartProps } from './type-form.tsx'

/** Both details are shown, since without scripts nothing can appear; only the chosen one counts. */
export function PlaceFields({ typed }: PartProps) {
  return (
    <Part id="meet" heading="How you meet">
      <div className="form">
        <RadioField
          {...typed('place')}
          label="Place"
          hint="Bookings that are made keep the place that they were made with."
          choices={places}
        />
        <TextField
          {...typed('videoLink')}
          label="Link of the video call"
          optional
          hint="Of a video call. {id} becomes a room of its own for each booking: https://meet.jit.si/review-{id}"
          spellCheck={false}
        />
        <TextField
          {...typed('address')}
          label="Address to meet at"
          optional
          hint="Of a meeting in person, as visitors read it."
        />
      </div>
    </Part>
  )
}

const places = [
  { value: 'usual', label: `As always: ${site.meeting.kind === 'phone' ? 'we call' : 'by video'}` },
  { value: 'video', label: 'Video call with a link of its own' },
  { value: 'phone', label: 'Telephone: we call, the number is required' },
  { value: 'address', label: 'In person' },
]
