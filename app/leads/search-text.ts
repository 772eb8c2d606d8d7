/** What the desk's search looks through: each word once, in lower case, so that one index serves every field. */
export function searchTextOf({ ref, ...words }: SearchWords & { ref: number }): string {
  return `l-${ref} ${searchedWords(words)}`
}

export type SearchWords = {
  title: string
  names: readonly string[]
  emails: readonly string[]
  company: readonly string[]
  /** Of bookings and requests: what people quote on the telephone. */
  references: readonly string[]
}

/** The same without the lead's number, which only the database knows while it is being added. */
export function searchedWords(lead: SearchWords): string {
  const parts = [...lead.names, ...lead.emails, ...lead.company, lead.title, ...lead.references]
  const known = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter(Boolean))]
  return known.join(' ')
}
