/** The name of a type in addresses: `/book/first-call`. */

/** `new` is the form that adds one. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9](-?[a-z0-9]){0,59}$/.test(text) && text.length <= 60 && text !== 'new'
}
