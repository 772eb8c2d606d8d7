/** What the desk's search looks through: each word once, normalised, so that one index serves every field. */
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
  const known = [...new Set(parts.map((part) => normalised(part.trim())).filter(Boolean))]
  return known.join(' ')
}

/** Without capitals and accents, in what is kept and in what is looked for: `'zoe kohler'` for `'Zoë Köhler'`. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
