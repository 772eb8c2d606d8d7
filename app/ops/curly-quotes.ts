/**
 * Keyboards have one straight quotation mark and one straight apostrophe; a printed page has four signs. Texts are typed
 * with the former and shown with the latter: `the team's "own" hours` becomes `the team’s “own” hours`. What stands in
 * `code`, in a fenced block or in an HTML tag keeps its quotes.
 */
export function withCurlyQuotes(text: string): string {
  return text.replace(quotes, (sign: string, verbatim: string | undefined, opening: string | undefined) => {
    if (verbatim) return verbatim
    if (opening) return opening === '"' ? '“' : '‘'
    return sign === '"' ? '”' : '’'
  })
}

/**
 * What is to be left alone; or a quote that opens, because a word begins there: after a space, a bracket, a dash, another
 * quote, and the stars of what is emphasised; or any other quote.
 */
const quotes =
  /(```[^]*?```|`[^`\n]*`|<[a-z/!][^>]*>)|((?<=(?:^|[\s([{–—/])[*_]{0,3})"|(?<=(?:^|[\s([{–—/"])[*_]{0,3})')|["']/gi

/** The same for every text within lists and fields, as front matter has them. */
export function withCurlyQuotesWithin(value: unknown): unknown {
  if (typeof value === 'string') return withCurlyQuotes(value)
  if (Array.isArray(value)) return value.map(withCurlyQuotesWithin)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withCurlyQuotesWithin(each)]))
}
