/** Which clock a reader is used to, of twelve hours or of twenty-four: what they chose, or what their language does. */
import type { Clock } from './types.ts'

const mostLanguages = 20

export function isClock(text: string | null | undefined): text is Clock {
  return text === '12' || text === '24'
}

/**
 * The clock of the language that a browser asks for first, from its `Accept-Language`: `'en-US,en;q=0.9'` reads `'12'`,
 * `'de'` reads `'24'`. Whoever names no language that is known reads `'24'`.
 */
export function clockFor(acceptLanguage: string): Clock {
  for (const language of byPreference(acceptLanguage)) {
    const cycle = hourCycleOf(language)
    if (cycle) return cycle === 'h11' || cycle === 'h12' ? '12' : '24'
  }
  return '24'
}

/** `'fr;q=0.5, en-US'` is `['en-US', 'fr']`: the highest weight first, equal ones as they stand. */
function byPreference(header: string): string[] {
  return header
    .split(',', mostLanguages)
    .map((part) => {
      const [language = '', ...parameters] = part.split(';').map((text) => text.trim())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2)
      return { language, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
}

/** Undefined for a language that `Intl` does not know, and for what is no language at all. */
function hourCycleOf(language: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(language)) return undefined
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(language)
    return known && new Intl.DateTimeFormat(known, { hour: 'numeric' }).resolvedOptions().hourCycle
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
