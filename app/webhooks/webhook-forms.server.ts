import { z } from 'zod'
import { env } from '#app/env.server.ts'
import { parseFormData } from '#app/ops/forms.server.ts'
import { line } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import {
  addWebhook,
  chooseEvents,
  removeWebhook,
  rotateSecret,
  sendDeliveryAgain,
  switchWebhook,
} from './webhook-acts.server.ts'
import { webhookEvents } from './webhook-event.ts'

/** What is shown again when a form was refused. */
export type RefusedWebhook = { errors: FormErrors; typed: { url: string; events: string[] } }
export type Acted = { ok: true; id: string | null } | { ok: false; refused: RefusedWebhook }

const events = z.array(z.enum(webhookEvents)).min(1, 'Choose at least one thing to tell.').max(20)
const newSchema = z.object({
  key: z.uuid('Reload the page and try again.'),
  url: line(2000)
    .refine((text) => whyNotAddress(text) === null, {
      error: ({ input }) => whyNotAddress(String(input)) ?? '',
    })
    .transform((text) => (URL.canParse(text) ? new URL(text).href : text)),
  events,
})
const eventsSchema = z.object({ events })
const rotateSchema = z.object({ shown: z.coerce.number().int().min(1).max(2_000_000_000) })
const deliverySchema = z.object({ delivery: z.uuid() })

/** What is said of an address that nothing can be sent to; null for one that may be. */
function whyNotAddress(text: string): string | null {
  if (!URL.canParse(text)) return 'Write the whole address, such as https://example.com/hooks.'
  const { protocol, port, username, password, hash } = new URL(text)
  const isOpen = env.WEBHOOKS_TO === 'anywhere'
  if (protocol !== 'https:' && !(isOpen && protocol === 'http:'))
    return 'Write an address that begins with https://: what is sent must not be read on the way.'
  if (username || password || hash) return 'Write the address without a user name, a password or a #.'
  if (port !== '' && !isOpen) return 'Write the address without a port: only the usual one is sent to.'
  return null
}

export async function actOnWebhooks(viewer: Viewer, form: FormData): Promise<Acted> {
  const parsed = parseFormData(newSchema, form)
  if (!parsed.ok) return refusal(parsed)
  const added = await addWebhook(viewer, parsed.value)
  if (added.ok) return { ok: true, id: added.value }
  return refusal({ errors: { url: [whyNot[added.reason]] }, values: parsed.values })
}

const whyNot = {
  'there-already': 'This address is in the list already.',
  'too-many': 'Twenty webhooks are in the list: remove one first.',
}

/** Does what one of the forms of a webhook's page asks; `intent` says which. `id` is null when it is gone now. */
export async function actOnWebhook(viewer: Viewer, id: string, form: FormData, now: Date): Promise<Acted> {
  switch (form.get('intent')) {
    case 'events': {
      const parsed = parseFormData(eventsSchema, form)
      if (!parsed.ok) return refusal(parsed)
      await chooseEvents(viewer, id, parsed.value.events)
      return { ok: true, id }
    }
    case 'rotate':
      await rotateSecret(viewer, id, { ...required(rotateSchema, form), now })
      return { ok: true, id }
    case 'on':
    case 'off':
      await switchWebhook(viewer, id, form.get('intent') === 'on')
      return { ok: true, id }
    case 'again':
      await sendDeliveryAgain(viewer, id, required(deliverySchema, form).delivery)
      return { ok: true, id }
    case 'remove':
      await removeWebhook(viewer, id)
      return { ok: true, id: null }
    default:
      throw new Response(null, { status: 400 })
  }
}

function refusal({ errors, values }: { errors: FormErrors; values: Typed }): Acted {
  const chosen = Array.isArray(values.events) ? values.events : [values.events]
  const typed = { url: typedText(values, 'url'), events: chosen.filter((each) => typeof each === 'string') }
  return { ok: false, refused: { errors, typed } }
}

/** What our own buttons send: anything else was not sent by them. */
function required<Value>(schema: z.ZodType<Value>, form: FormData): Value {
  const parsed = parseFormData(schema, form)
  if (!parsed.ok) throw new Response(null, { status: 400 })
  return parsed.value as Value
}
