/**
 * The public JSON, described for programs (OpenAPI 3.1). Shapes are made from the schemas that read and write them; what a
 * schema cannot tell, such as what a field is for, stands here.
 */
import { z } from 'zod'
import { bookingRequestSchema, slug, type BookingRequest } from '#app/booking/booking.ts'
import { mostGuests } from '#app/booking/guests/guests.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { bodySchema, webhookEvents, webhookWords, type WebhookEvent } from '#app/webhooks/webhook-event.ts'
import {
  availabilityAnswer,
  bookedAnswer,
  invalidAnswer,
  refusedAnswer,
  toConfirmAnswer,
  tooManyAnswer,
  typesAnswer,
} from './openapi-answers.ts'

/** The document. `origin` is where the site stands: `https://benchline.example`. */
export function describeApi({ origin }: { origin: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title: `${site.name}: free consultations`,
      version: '1',
      description:
        'See when a consultation is free, and book one. No key is needed; links in answers are secrets.',
    },
    servers: [{ url: origin }],
    paths: {
      [paths.api.types()]: { get: types() },
      [paths.api.availability()]: { get: freeTimes() },
      [paths.api.bookings()]: { post: booking() },
    },
    webhooks: Object.fromEntries(webhookEvents.map((event) => [event, { post: message(event) }])),
  }
}

/** What a webhook is sent; an admin adds one on the desk. */
function message(event: WebhookEvent) {
  const header = (name: string, description: string) => ({
    ...{ name, in: 'header', required: true, description },
    schema: { type: 'string' },
  })
  return {
    operationId: event,
    summary: webhookWords[event],
    parameters: [
      header('webhook-id', 'The same each time that this message is sent: what came before is not new.'),
      header('webhook-timestamp', 'When it was sent, in seconds since 1970.'),
      header('webhook-signature', 'As Standard Webhooks says, by the secret that the desk shows.'),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(bodySchema(event), 'output') } },
    },
    responses: {
      '2XX': { description: 'Taken. Anything else is tried again, for some two days.' },
      410: { description: 'Nobody is there any more: the webhook is switched off.' },
    },
  }
}

function types() {
  return {
    operationId: 'listTypes',
    summary: 'The kinds of meeting that can be booked, and what each of them asks',
    parameters: [],
    responses: {
      200: json('The kinds, in the order in which visitors choose among them.', typesAnswer),
      500: text('Something failed here.'),
    },
  }
}

function freeTimes() {
  return {
    operationId: 'listFreeTimes',
    summary: 'The free times of some days, grouped by the dates of one zone',
    parameters: [
      query('from', z.iso.date(), 'The first date.'),
      query('to', z.iso.date(), 'The last date, at most 92 days in all.'),
      query('tz', timeZone(), 'The zone of the dates.'),
      query('type', slug.optional(), `Which kind of meeting. ${leftOut}`),
      query('host', slug.optional(), 'One calendar only; left out, all of them.'),
    ],
    responses: {
      200: json('The free times.', availabilityAnswer),
      422: json('A parameter is missing or wrong.', invalidAnswer),
      500: text('Something failed here.'),
    },
  }
}

function booking() {
  return {
    operationId: 'bookTime',
    summary: 'Book a time for a visitor, who gets a letter and reminders',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description:
          'The same as `idempotencyKey` in the body. One of the two is required; if both are sent they must be equal.',
        schema: jsonSchema(bookingRequestSchema.shape.idempotencyKey, 'input'),
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: bookingRequest() } },
    },
    responses: {
      201: json('Booked.', bookedAnswer),
      200: json('The same booking was sent before with this key: its first answer again.', bookedAnswer),
      202: json('It looks like abuse: the visitor has to confirm it by mail first.', toConfirmAnswer),
      403: text('The request came from a page of another site.'),
      409: json(
        'The time cannot be had, and these are the nearest that can; or the type is no longer offered.',
        refusedAnswer,
      ),
      411: text('The length of the body was not said.'),
      413: text('The body is over 64 KB.'),
      415: json('The body was not sent as application/json.', invalidAnswer),
      422: json('A field is missing or wrong, or the key was used with other content.', invalidAnswer),
      429: {
        ...json(
          'Too many requests from one address, or two open bookings of one e-mail address.',
          tooManyAnswer,
        ),
        headers: {
          'Retry-After': { description: 'Seconds; with `too-many` only.', schema: { type: 'integer' } },
        },
      },
      500: text('Something failed here. Send it again with the same key.'),
    },
  }
}

/** The schema that reads a booking trims and checks in code: the limits that this hides from it are said once more. */
function bookingRequest() {
  const { properties = {} } = jsonSchema(bookingRequestSchema, 'input')
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, { schema = Object(properties[name]), ...more }]) => [
        name,
        { ...schema, ...more },
      ]),
    ),
    required: ['start', 'timeZone', 'name', 'email'],
  }
}

const leftOut = 'Left out, the first of the list of types.'

/** `schema`: the shape for programs, where forms may send another one. */
type FieldWords = {
  description: string
  format?: string
  maxLength?: number
  examples?: string[]
  schema?: object
}

const fields: Record<keyof BookingRequest, FieldWords> = {
  type: { description: `Which kind of meeting. ${leftOut}`, schema: jsonSchema(slug, 'input') },
  host: { description: 'A particular calendar; left out, any free one takes it.' },
  start: { description: 'A start that availability lists, with any offset.', format: 'date-time' },
  timeZone: {
    description: 'The visitor’s zone: their letters tell the time in it.',
    examples: ['Europe/Berlin'],
  },
  name: { description: 'The visitor’s name, without links.', maxLength: 80 },
  email: { description: 'Where the letters go.', format: 'email', maxLength: 254 },
  company: { description: 'Where the visitor works.', maxLength: 120 },
  phone: {
    description: 'A telephone number: required when the place of the type is `phone`.',
    maxLength: 40,
  },
  message: { description: 'What it is about.', maxLength: 4000 },
  guests: {
    description:
      'Whom the visitor brings: they get the invitation and reminders, and no link that changes the booking.',
    schema: jsonSchema(z.array(z.email().max(254)).max(mostGuests), 'input'),
  },
  answers: {
    description:
      'What the type asks, by the id of the question; listing the types gives the questions. A yes_no takes `yes` or `no`.',
  },
  idempotencyKey: { description: 'A new one for each booking. Sent again, it gives the first answer again.' },
}

function query(name: string, schema: z.ZodType, description: string) {
  const required = !schema.safeParse(undefined).success
  return { name, in: 'query', required, description, schema: jsonSchema(schema, 'input') }
}

function timeZone() {
  return z
    .string()
    .max(64)
    .meta({ examples: ['Europe/Berlin'] })
}

function json(description: string, answer: z.ZodType) {
  return { description, content: { 'application/json': { schema: jsonSchema(answer, 'output') } } }
}

function text(description: string) {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } }
}

/** `io`: what a reader of the schema may send, or what comes of it. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    // A format says more to a reader than the expression that checks it.
    override: ({ jsonSchema: made }) => {
      if (made.format) delete made.pattern
    },
  })
  return rest
}
