/** The name of a type in addresses: `/book/first-call`. */

/** `new` is the form that adds one. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9](-?[a-z0-9]){0,59}$/.test(text) && text.length <= 60 && text !== 'new'
}

/** `'Architecture review'` is `'architecture-review'`; `''` for a name without any letter from a to z. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
}
