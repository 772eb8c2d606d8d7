/** What the desk's search looks through: each word once, in lower case, so that one index serves every field. */
export function searchTextOf(lead: {
  ref: number
  title: string
  names: readonly string[]
  emails: readonly string[]
  company: readonly string[]
  /** Of bookings and requests: what people quote on the telephone. */
  references: readonly string[]
}): string {
  const parts = [
    `L-${lead.ref}`,
    ...lead.names,
    ...lead.emails,
    ...lead.company,
    lead.title,
    ...lead.references,
  ]
  const known = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter(Boolean))]
  return known.join(' ')
}
