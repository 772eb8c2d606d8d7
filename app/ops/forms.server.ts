import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FormErrors, Typed } from './typed-form.ts'

/** A posted form, parsed once where it enters. `values` is what was typed, field by field, to be shown again. */
export type ParsedForm<Value> =
  { ok: true; value: Value; values: Typed } | { ok: false; values: Typed; errors: FormErrors }

/**
 * Reads and checks a form. Throws a 400 or 415 answer when the body is no form at all; what is merely wrong comes back
 * as `ok: false`.
 */
export async function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
): Promise<ParsedForm<z.output<Schema>>> {
  return parseFormData(schema, await readForm(request))
}

export function parseFormData<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): ParsedForm<z.output<Schema>> {
  const submission = parseWithZod(form, { schema })
  const values = (submission.payload ?? {}) as Typed
  if (submission.status === 'success') return { ok: true, value: submission.value, values }
  return { ok: false, values, errors: errorsIn(submission.error) }
}

/** The body as form fields, named as ours are: a file where text is expected counts as empty. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Response('Send this as a form.', { status: 415 })
  }
  try {
    return plainFields(await request.formData())
  } catch {
    throw new Response('The form arrived incomplete. Send it again.', { status: 400 })
  }
}

/**
 * `email`, `roles[0].count`, `answers.<a UUID>`: what a form of ours can be made of. A name becomes a place in lists and
 * objects, so `roles[4294967294]` would be a list that fills the memory.
 */
const fieldName = /^[a-z]\w{0,39}(\[\d{1,2}\](\.[a-z]\w{0,39})?|\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/i

/** Only text, and only under names that a form of ours can have. */
export function plainFields(form: FormData): FormData {
  const plain = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string' && fieldName.test(name)) plain.append(name, value)
  }
  return plain
}

function errorsIn(errors: Record<string, string[] | null> | null | undefined): FormErrors {
  const found: FormErrors = {}
  for (const [name, messages] of Object.entries(errors ?? {})) if (messages?.length) found[name] = messages
  return found
}
