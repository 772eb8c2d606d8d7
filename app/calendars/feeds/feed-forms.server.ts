import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import type { DeskDone } from '#app/desk-paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addFeed, readFeedNow, removeFeed, renewAddress, type AddRefusal } from './feed-acts.server.ts'
import { newFeedSchema } from './feed-address.ts'

/** What is shown again when the form was refused. */
export type RefusedFeed = { errors: FormErrors; typed: { name: string; url: string } }
type Acted = { ok: true; done: DeskDone | undefined } | { ok: false; refused: RefusedFeed }

const idSchema = z.object({ id: z.uuid() })
const versionSchema = z.object({ version: z.coerce.number().int().min(1).max(2_000_000_000) })

const whyNot: Record<AddRefusal, string> = {
  'there-already': 'This calendar is in the list already.',
  'too-many': 'Twenty calendars are in the list: remove one first.',
  'our-own': 'This is an address of our own: bookings block their time without it.',
}

/** Does what one of the page's forms asks; `intent` says which. */
export async function actOnFeeds(
  viewer: Viewer,
  slug: string | undefined,
  form: FormData,
  now: Date,
): Promise<Acted> {
  switch (form.get('intent')) {
    case 'add':
      return add(viewer, slug, form, now)
    case 'read':
      await readFeedNow(viewer, slug, { ...required(idSchema, form), now })
      return { ok: true, done: undefined }
    case 'remove':
      await removeFeed(viewer, slug, required(idSchema, form).id)
      return { ok: true, done: 'removed' }
    case 'renew':
      await renewAddress(viewer, slug, required(versionSchema, form).version)
      return { ok: true, done: 'saved' }
    default:
      throw new Response(null, { status: 400 })
  }
}

async function add(viewer: Viewer, slug: string | undefined, form: FormData, now: Date): Promise<Acted> {
  const parsed = parseFormData(newFeedSchema, form)
  const typed = { name: typedText(parsed.values, 'name'), url: typedText(parsed.values, 'url') }
  if (!parsed.ok) return { ok: false, refused: { errors: parsed.errors, typed } }

  const added = await addFeed(viewer, slug, parsed.value, now)
  if (added.ok) return { ok: true, done: 'added' }
  const message =
    added.reason === 'unread'
      ? `It was read at once and not added: ${lowered(added.failure)}`
      : whyNot[added.reason]
  return { ok: false, refused: { errors: { url: [message] }, typed } }
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** What our own buttons send: anything else was not sent by them. */
function required<Value>(schema: z.ZodType<Value>, form: FormData): Value {
  const parsed = parseFormData(schema, form)
  if (!parsed.ok) throw new Response(null, { status: 400 })
  return parsed.value as Value
}
