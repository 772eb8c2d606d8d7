import { z } from 'zod'
import { slug } from '#app/booking/booking.ts'
import { questionKinds } from '#app/consultations/question.ts'
import { refusalReasons } from '#app/slots/slots.ts'

// What programs are answered. The description of the API is made from these shapes, and a test holds the routes to them.

const instant = z.iso.datetime().describe('An instant in UTC.')

/** 200 of `GET /api/consultation-types`. */
export const typesAnswer = z.object({
  types: z.array(
    z.object({
      slug: slug.describe('What availability and bookings call `type`.'),
      name: z.string(),
      description: z.string(),
      minutes: z.int(),
      place: z
        .enum(['video', 'phone', 'address'])
        .describe('How it is held. With `phone` a booking needs a telephone number.'),
      hosts: z.array(z.object({ slug, name: z.string() })),
      questions: z.array(
        z.object({
          id: z.string().describe('The key of its answer in `answers` of a booking.'),
          label: z.string(),
          kind: z.enum(questionKinds).describe('`line` takes 200 characters, `paragraph` 2000.'),
          required: z.boolean(),
          options: z.array(z.string()).describe('Of a `choice`: one of these, to the letter.'),
        }),
      ),
    }),
  ),
})

/** 200 of `GET /api/availability`. */
export const availabilityAnswer = z.object({
  timeZone: z.string().describe('The zone that was asked for: the dates are of this zone.'),
  days: z
    .array(z.object({ date: z.iso.date(), slots: z.array(z.object({ start: instant, end: instant })) }))
    .describe('Every date from `from` to `to`, the ones without free times too.'),
})

/** 201 of `POST /api/bookings`, and 200 when the same booking is sent again. */
export const bookedAnswer = z.object({
  reference: z
    .string()
    .regex(/^B-[2-9A-Z]{7}$/)
    .describe('What people say: `B-7K3QXMW`.'),
  start: instant,
  end: instant,
  host: slug.describe('Whose calendar it is in.'),
  manageUrl: z.url().describe('The page where the visitor moves or cancels it. Whoever has the link can.'),
})

/** 202 of `POST /api/bookings`. */
export const toConfirmAnswer = z.object({
  status: z.literal('to-confirm'),
  heldUntil: instant.describe('Until when the time is held for the visitor, who is asked by mail.'),
})

const alternatives = z.array(instant).max(5).describe('The nearest free starts, in order.')

/** 409: the time cannot be had, or the kind of meeting. */
export const refusedAnswer = z.discriminatedUnion('error', [
  z.object({ error: z.literal('slot-taken'), reason: z.literal('taken'), alternatives }),
  z.object({
    error: z.literal('slot-refused'),
    reason: z.enum(refusalReasons).exclude(['taken']).describe('The first rule that the time breaks.'),
    alternatives,
  }),
  z.object({
    error: z.literal('type-refused'),
    reason: z.literal('retired').describe('The type was offered once, and is no more.'),
    types: z
      .array(slug)
      .describe('The types that are offered, in the order in which visitors choose among them.'),
  }),
])

/** 415 and 422: what was sent is not what is asked for. */
export const invalidAnswer = z.object({
  error: z.literal('invalid'),
  fields: z
    .record(z.string(), z.array(z.string()).min(1))
    .describe('What is wrong with each field, in words; under `""` what is wrong with the whole.'),
})

/** 429: too much was sent from one address, or is booked under one e-mail address. */
export const tooManyAnswer = z.discriminatedUnion('error', [
  z.object({ error: z.literal('too-many'), retryAfterSeconds: z.int().min(1) }),
  z.object({ error: z.literal('too-many-open') }),
])
