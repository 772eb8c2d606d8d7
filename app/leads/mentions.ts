export type Mentionable = { id: string; name: string }

/**
 * Whom a note mentions: `@Asha Rao`, or `@Asha` when only one colleague is called so. Letters of another name that
 * begins alike do not count: `@Ann` is not Anna.
 */
export function mentionedIn<Person extends Mentionable>(words: string, people: readonly Person[]): Person[] {
  const text = words.toLowerCase()
  return people.filter(({ name }) => {
    const [first = ''] = name.toLowerCase().split(' ')
    const isOnly = people.filter((other) => other.name.toLowerCase().split(' ')[0] === first).length === 1
    return isMentioned(text, name.toLowerCase()) || (isOnly && isMentioned(text, first))
  })
}

function isMentioned(text: string, name: string): boolean {
  if (name === '') return false
  for (let at = text.indexOf(`@${name}`); at >= 0; at = text.indexOf(`@${name}`, at + 1)) {
    const next = text[at + 1 + name.length] ?? ''
    if (!/[\p{L}\p{N}]/u.test(next)) return true
  }
  return false
}
