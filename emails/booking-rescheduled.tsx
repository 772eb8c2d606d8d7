import { visitorBookingSchema } from './booking-confirmed.tsx'
import { defineLetter, meetingTimeSchema } from './letter.ts'

export const bookingRescheduled = defineLetter({
  schema: visitorBookingSchema.extend({ before: meetingTimeSchema }),
  subject: ({ when }) => `Moved: ${when.date}, ${when.time} (${when.zone})`,
  Letter: () => <p />,
})
