/** The name of a type in addresses: `/book/first-call`. */

/** Words that stand at the place of a type in fixed addresses: `/staff/types/new`, `/book/links`, `/book/:type/hold`. */
const fixed = ['new', 'links', 'hold']

export function isSlug(text: string): boolean {
  return /^[a-z0-9](-?[a-z0-9]){0,59}$/.test(text) && text.length <= 60 && !fixed.includes(text)
}
