/** `'HC'` for Hiring consultant; of names with the same initials the later ones are numbered. */
export function initialsOf(names: readonly string[]): string[] {
  const plain = names.map((name) =>
    name
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 2)
      .map((word) => [...word][0]?.toLocaleUpperCase('en') ?? '')
      .join(''),
  )
  return plain.map((initials, index) => {
    const earlier = plain.slice(0, index).filter((other) => other === initials).length
    return earlier > 0 ? `${initials}${earlier + 1}` : initials
  })
}
