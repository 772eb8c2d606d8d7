/** An address with what is asked of it; what is not said is left out. */
export function withQuery(path: string, pairs: ReadonlyArray<readonly [string, string | undefined]>): string {
  const query = new URLSearchParams()
  for (const [name, value] of pairs) if (value) query.append(name, value)
  // A comma is as good as its code, and an address of lists can be read.
  return query.size > 0 ? `${path}?${query.toString().replaceAll('%2C', ',')}` : path
}
