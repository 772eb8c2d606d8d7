/** What the desk's search looks through: each word once, in lower case, so that one index serves every field. */
export function searchTextOf(lead: {
  ref: number
  title: string
  names: readonly string[]
  emails: readonly string[]
  company: readonly string[]
}): string {
  const parts = [`L-${lead.ref}`, ...lead.names, ...lead.emails, ...lead.company, lead.title]
  const known = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter(Boolean))]
  return known.join(' ')
}
