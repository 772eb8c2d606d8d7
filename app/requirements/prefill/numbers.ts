const words: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, eighteen: 18, 'a couple of': 2, 'a couple': 2, 'a pair of': 2 },
}

/** A number in digits or in letters, as part of a pattern. */
export const numberWords = `\\d{1,2}|${Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|')}`

/** `2` of "2", "two" or "a couple of"; null of anything else. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null
  const known = words[text.toLowerCase()]
  if (known !== undefined) return known
  return /^\d{1,2}$/.test(text) ? Number(text) : null
}
