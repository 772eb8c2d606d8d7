import { skillsOf } from '../skill-suggestions.ts'
import type { RoleWords } from './understand.ts'
import { moreSkills, notSkills, plainWords, skillSpellings } from './word-lists.ts'

export type SkillFound = { name: string; at: number }

/** Skills by their names, longest names first so that "React Native" is not "React"; in the order of the text. */
export function findSkills(text: string, roles: readonly RoleWords[]): SkillFound[] {
  let left = text
  const found = new Map<string, number>()
  for (const { spelling, names, exact } of spellingsOf(roles)) {
    const pattern = new RegExp(
      `(?<![\\w+#.@-])${escaped(spelling)}(?![\\w+#]|\\.\\w|-(?:to|live))`,
      exact ? 'g' : 'gi',
    )
    for (const match of left.matchAll(pattern)) {
      if (exact && /\b(in|this|next|every) $/i.test(left.slice(0, match.index))) continue
      for (const name of names) found.set(name, Math.min(found.get(name) ?? Infinity, match.index))
    }
    left = left.replace(pattern, (match) => '\u0000'.repeat(match.length))
  }
  return [...found].map(([name, at]) => ({ name, at })).sort((a, b) => a.at - b.at)
}

type Spelling = { spelling: string; names: string[]; exact: boolean }

function spellingsOf(roles: readonly RoleWords[]): Spelling[] {
  const names = [...new Set([...roles.flatMap(skillsOf), ...moreSkills])]
  const plain = names
    .filter((name) => !notSkills.includes(name))
    .map((name) => ({ spelling: name, names: [name], exact: plainWords.includes(name) }))
  const others = Object.entries(skillSpellings).map(([spelling, meant]) => ({
    spelling,
    names: meant.split(', '),
    exact: false,
  }))
  return [...plain, ...others].sort((a, b) => b.spelling.length - a.spelling.length)
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
