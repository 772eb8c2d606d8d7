// Finds time zones by their city, other cities there, older names and offsets ("GMT+5:30"). Fetched by the field to type
// into when somebody begins to look.
const most = 12

/** What is asked of an `<option>` of the list. @typedef {{ text: string, value: string, dataset: { also?: string } }} Zone */

/**
 * The best twelve of the zones, those first that begin as typed; all that have the offset, when one is typed. `name` is
 * the other city or older name that was found, when it was not the zone's own.
 *
 * @template {Zone} Option
 * @param {readonly Option[]} options
 * @param {string} typed
 * @returns {{ option: Option, name: string }[]}
 */
export function search(options, typed) {
  const offset = offsetIn(typed)
  if (offset)
    return options
      .filter(({ text }) => /UTC[+-][^)]*/.exec(text)?.[0] === offset)
      .map((option) => ({ option, name: '' }))
  const wanted = fold(typed)
  return options
    .map((option) => ({ option, ...bestName(option, wanted) }))
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option, name }) => ({ option, name }))
}

/** `UTC+5:30` of "gmt +05:30", "+0530" and the like. @param {string} text */
function offsetIn(text) {
  const [, sign, hours, minutes = '0'] =
    /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d\d))?$/i.exec(text.trim()) ?? []
  if (!sign) return null
  const rest = Number(minutes) ? `:${minutes}` : ''
  return `UTC${sign === '+' || !(Number(hours) || rest) ? '+' : '-'}${Number(hours)}${rest}`
}

/** @param {Zone} zone @param {string} wanted */
function bestName({ text, value, dataset }, wanted) {
  const own = text.replace(/ \(.*/, '')
  const others = dataset.also?.split('|') ?? []
  const ranks = [own, ...others, value].map((name) => rankOf(fold(name), wanted))
  const rank = Math.min(...ranks)
  return { rank, name: others[ranks.indexOf(rank) - 1] ?? '' }
}

/**
 * How well a name answers: 0 begins so, 1 has a word that does, 2 contains it, 9 not at all.
 * @param {string} name @param {string} wanted @returns {number}
 */
function rankOf(name, wanted) {
  const at = ` ${name}`.indexOf(` ${wanted}`)
  return at === 0 ? 0 : at > 0 ? 1 : wanted.length > 2 && name.includes(wanted) ? 2 : 9
}

/** @param {string} text */
function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}|[’'.]/gu, '')
    .replace(/[_/-]/g, ' ')
    .toLowerCase()
    .trim()
}
