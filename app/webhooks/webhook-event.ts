/**
 * What other programs may be told of, and the body of each message. No personal data is in it: who it is about is looked
 * up on the desk, by those who may see it.
 */
import { z } from 'zod'

const instant = z.iso.datetime().describe('An instant in UTC.')
const lead = z.object({
  reference: z
    .string()
    .regex(/^L-\d+$/)
    .describe('What staff say: `L-1042`.'),
  url: z.url().describe('Its page on the desk.'),
})
const booking = z.object({
  reference: z.string().describe('What people say: `B-7K3QXMW`.'),
  startsAt: instant,
})
const by = z.enum(['visitor', 'staff'])

/** What `data` holds beside `lead`, by the event's name. */
export const webhookData = {
  'booking.confirmed': z.object({ booking }),
  'booking.moved': z.object({ booking, previousStartsAt: instant, by }),
  'booking.cancelled': z.object({ booking, by }),
  'booking.attended': z.object({ booking }),
  'booking.no_show': z.object({ booking }),
  'lead.recorded': z.object({ source: z.enum(['requirement', 'booking', 'message', 'manual', 'import']) }),
  'lead.status_changed': z.object({ from: z.string(), to: z.string(), lostReason: z.string().optional() }),
}

export type WebhookEvent = keyof typeof webhookData
export const webhookEvents = Object.keys(webhookData) as [WebhookEvent, ...WebhookEvent[]]

/** Something that happened, ready to be told. */
export type Told = {
  [Event in WebhookEvent]: { event: Event; data: z.input<(typeof webhookData)[Event]> }
}[WebhookEvent]

export const webhookWords: Record<WebhookEvent, string> = {
  'booking.confirmed': 'A consultation is booked, or opened again',
  'booking.moved': 'A consultation is moved',
  'booking.cancelled': 'A consultation is cancelled',
  'booking.attended': 'The visitor came',
  'booking.no_show': 'The visitor did not come',
  'lead.recorded':
    'Somebody asks for something: a request, a booking, a message, or a lead added by hand or imported',
  'lead.status_changed': 'A lead moves to another status',
}

/** The body of a message. `timestamp` is when it happened; the header says when it was sent. */
export function bodySchema<Event extends WebhookEvent>(event: Event) {
  return z.object({
    type: z.literal(event),
    timestamp: instant,
    data: webhookData[event].extend({ lead }),
  })
}
