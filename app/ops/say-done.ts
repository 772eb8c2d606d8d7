/**
 * What was just done, as the address of the page after it names it (`?done=saved`), in the words of that page. An address
 * can say anything, `__proto__` included: null for what has no words.
 */
export function sayDone(
  words: Readonly<Record<string, string>>,
  { url }: Pick<Request, 'url'>,
): string | null {
  const done = new URL(url).searchParams.get('done') ?? ''
  return Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
