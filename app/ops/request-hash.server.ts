import { createHash } from 'node:crypto'

/** A fingerprint of what was sent, by which a repeated submit is told from another one under the same key. */
export function requestHash(answers: object): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(answers)))
    .digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}
