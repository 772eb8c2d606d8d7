import type { ZodError } from 'zod'

/** 422: what was sent is not of the form that is asked for. `fields` has the messages under each field's name. */
export function invalid(fields: Record<string, string[]>): Response {
  return Response.json({ error: 'invalid', fields }, { status: 422 })
}

/** The messages of a schema under the names that the caller used. */
export function fieldErrors(error: ZodError, renamed: Record<string, string> = {}): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of error.issues) {
    const name = path.map(String).join('.')
    const field = renamed[name] ?? name
    fields[field] = [...(fields[field] ?? []), message]
  }
  return fields
}

/** 429, with the header that tells a program when to come back. */
export function tooMany(retryAfterSeconds: number): Response {
  return Response.json(
    { error: 'too-many', retryAfterSeconds },
    { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}
