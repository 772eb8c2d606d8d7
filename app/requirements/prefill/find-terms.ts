/** When, for how long, how and on which clock: each by its words, with the codes of the form. */
import { numberIn, numberWords } from './numbers.ts'
import { morePlaces, zoneAbbreviations } from './word-lists.ts'
import { escaped } from './find-skills.ts'

type Span = { from: number; until: number }
const number = `(?:${numberWords}|an?)`
const some = '(?:about |around |approximately |roughly |maybe |the next )?'

const starts: readonly [code: string, pattern: string][] = [
  [
    'now',
    'asap|a\\.s\\.a\\.p|as soon as (?:possible|they are free|you can)|immediate(?:ly)?|right away|straight away|yesterday|tomorrow|urgent(?:ly)?',
  ],
  ['1_2_weeks', `(?:in|within) ${some}(?:1-2|1|2|one|two|a|a couple of) weeks?(?! of)|next week`],
  [
    '3_4_weeks',
    `(?:in|within) ${some}(?:3-4|3|4|three|four) weeks|in (?:1|one|a) month|(?:1|one|a) month from now|(?<!mid of |middle of |end of )next month`,
  ],
  [
    '1_3_months',
    `(?:in|within) ${some}(?:1-3|2-3|2|3|two|three|a couple of|a few) months|(?:mid|middle|end) of next month|next quarter`,
  ],
  ['later', 'no rush|not urgent|later this year|next year|in (?:6|six) months'],
]

/** The first of these that is said, and everything in the text that speaks of the start. */
export function findStart(text: string): { code: string; spans: Span[] } | null {
  const found = starts.flatMap(([code, pattern]) =>
    [...text.matchAll(new RegExp(`\\b(?:${pattern})\\b`, 'gi'))].map(({ index, 0: words }) => ({
      code,
      from: index,
      until: index + words.length,
    })),
  )
  const [first] = found.sort((a, b) => a.from - b.from)
  return first ? { code: first.code, spans: found } : null
}

/** The text with these places blank, so that they are not read twice. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, { from, until }) => left.slice(0, from) + ' '.repeat(until - from) + left.slice(until),
    text,
  )
}

export function findDuration(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/\b\S+\s*years?\W+(of )?experience|\bexperience\W+(at least )?\S+ years?/g, ' ')
    .replace(/\b(h|hrs?|hours|days) (a|per|\/) ?week\b/g, ' ')
  if (/\b(ongoing|long[- ]term|indefinite(ly)?|open[- ]ended|no end date)\b/.test(plain)) return 'ongoing'
  if (/\b(less than|under) (a|one|1) month\b|\ba few (weeks|days)\b/.test(plain)) return 'lt_1m'
  if (/\bhalf a year\b/.test(plain)) return '3_6m'

  const told = new RegExp(
    `(?:(${number})\\s*(?:-|to|or)\\s*)?\\b(${number})(\\s?\\+)?[\\s-]*(days?(?= of)|weeks?|months?|years?|mo\\b|yrs?\\b)(\\s?\\+)?`,
    'g',
  )
  for (const { 2: upper, 3: plusBefore, 4: unit = '', 5: plusAfter } of plain.matchAll(told)) {
    const count = upper === 'a' || upper === 'an' ? 1 : numberIn(upper)
    if (count === null || (unit.startsWith('y') && count > 2)) continue
    const months = count * monthsIn(unit)
    return codeOfMonths(plusBefore || plusAfter ? months + 0.1 : months)
  }
  return null
}

function monthsIn(unit: string): number {
  if (unit.startsWith('d')) return 1 / 30
  if (unit.startsWith('w')) return 12 / 52
  return unit.startsWith('y') ? 12 : 1
}

function codeOfMonths(months: number): string {
  if (months < 1) return 'lt_1m'
  if (months <= 3) return '1_3m'
  if (months <= 6) return '3_6m'
  return months <= 12 ? '6_12m' : 'gt_12m'
}

const engagements: readonly [code: string, pattern: RegExp][] = [
  ['contract_to_hire', /\bcontract[- ](to[- ]hire|first)|\boption to hire|\btemp[- ]to[- ]perm/i],
  ['dedicated_team', /\bdedicated\b/i],
  ['part_time', /\bpart[- ]time|\b(2\d|3\d)\s?(h|hrs?|hours)\b|\b[1-4] days (a|per) week/i],
  ['hourly', /\bhourly|\bby the hour|\bper hour basis/i],
  ['full_time', /\bfull[- ]time|\b40\s?(h|hrs?|hours)\b/i],
]

export function findEngagement(text: string): string | null {
  return engagements.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const cities = new Map([
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => /^(Africa|America|Asia|Australia|Europe|Pacific)\//.test(zone))
    .map((zone) => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' '), zone] as const),
  ...Object.entries(morePlaces),
])
const anyCity = new RegExp(
  `(?<!\\w)(${[...cities.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?!\\w)`,
  'gi',
)
const anyAbbreviation = new RegExp(`\\b(${Object.keys(zoneAbbreviations).join('|')})\\b`)

/** A place that is written as a name, with a capital; else an abbreviation in capitals. */
export function findTimeZone(text: string): string | null {
  for (const [name] of text.matchAll(anyCity)) {
    if (!/^\p{Lu}/u.test(name)) continue
    const city = [...cities].find(([known]) => known.toLowerCase() === name.toLowerCase())
    if (city) return city[1]
  }
  const abbreviation = anyAbbreviation.exec(text)?.[1]
  return abbreviation ? (zoneAbbreviations[abbreviation] ?? null) : null
}

export function findOverlap(text: string): string | null {
  const plain = text.toLowerCase()
  if (/\basync(hronous(ly)?)?\b/.test(plain)) return 'async'
  if (
    /\b(full|whole|entire|all)[- ]day\b|\bfull overlap\b|\b(work|in|during|on) our (working )?hours\b/.test(
      plain,
    )
  )
    return 'full_day'
  if (/\bhalf (a|the) day\b.{0,20}overlap/.test(plain)) return '4h'
  const shared = '(?:overlap|shared|common|in common)'
  const hours = `(${numberWords})\\s*\\+?\\s*-?(?:h|hrs?|hours?)\\b`
  const told =
    new RegExp(`${hours}[^.\\n]{0,25}\\b${shared}`).exec(plain) ??
    new RegExp(`\\b${shared}[^.\\n]{0,25}?${hours}`).exec(plain)
  const core = /\b(\d{1,2})(?::\d\d)?\s?-\s?(\d{1,2})(?::\d\d)?\s[^.\n]{0,15}\bshared/.exec(plain)
  const count = told ? numberIn(told[1]) : core ? Number(core[2]) - Number(core[1]) : null
  if (count === null || count < 1) return null
  if (count >= 7) return 'full_day'
  return count >= 3 ? '4h' : '2h'
}
