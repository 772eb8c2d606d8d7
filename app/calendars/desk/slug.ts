import { slugFrom } from '#app/ops/slug.ts'

/** Whether an address may use it; `new` is the form that adds one. */
const kept = ['new']

/** A calendar's part of an address from its name: `'Ana Müller'` is `'ana-muller'`, or `'ana-muller-2'` when taken. */
export function slugFor(name: string, taken: readonly string[]): string {
  const base = slugFrom(name, { most: 40 }) || 'calendar'
  const used = new Set([...kept, ...taken])
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!used.has(slug)) return slug
  }
}
