import { skillsOf } from '../skill-suggestions.ts'
import { escaped, type SkillFound } from './find-skills.ts'
import { countIn, seniorityIn } from './how-many.ts'
import type { RoleWords } from './understand.ts'
import { moreNames, subjects } from './word-lists.ts'

export type RoleFound = { role: string; count: string | null; seniority: string | null }
type Mention = { role: string; from: number; until: number }

const mostRoles = 5

/** The roles that are called for, in the order of the text, each with the number and the experience beside it. */
export function findRoles(
  text: string,
  roles: readonly RoleWords[],
  skills: readonly SkillFound[],
): RoleFound[] {
  const plain = inOneSpelling(text)
  const mentions = mentionsOf(plain, roles)
  const rows = mentions.map((mention, index) => {
    const before = plain.slice(mentions[index - 1]?.until ?? 0, mention.from)
    const after = plain.slice(mention.until, mentions[index + 1]?.from)
    return {
      role: mention.role,
      count: countIn({ before, after }),
      seniority: seniorityIn({ before, after, name: plain.slice(mention.from, mention.until) }),
    }
  })
  const joined = joinedRows(rows.length > 0 ? rows : bySkills(roles, skills))
  return filledIn(joined, plain).slice(0, mostRoles)
}

/** One way of writing what is written in many: `2 back-end devs` is `2 backend developer`. */
function inOneSpelling(text: string): string {
  return text
    .toLowerCase()
    .replace(/\bback[\s-]?end\b/g, 'backend')
    .replace(/\bfront[\s-]?end\b/g, 'frontend')
    .replace(/\bfull[\s-]?stack\b/g, 'full-stack')
    .replace(/\b(devs?|programmers?|coders?)\b(?!-?ops)/g, 'developer')
    .replace(/\b(developer|engineer|architect|designer|tester|manager|master|specialist)s\b/g, '$1')
    .replace(/\b(ui)\s*[/&+]\s*(ux)\b|\b(ux)\s*[/&+]\s*(ui)\b/g, 'ui ux')
    .replace(/\b(sr|snr)\b\.?/g, 'senior')
    .replace(/\b(jr)\b\.?/g, 'junior')
}

function mentionsOf(text: string, roles: readonly RoleWords[]): Mention[] {
  const named = roles.flatMap(({ slug, title, plural, aliases }) =>
    [title, plural, ...aliases, ...(moreNames[slug] ?? [])].map((name) => ({
      role: slug,
      name: inOneSpelling(name),
    })),
  )
  const called = placesOf(
    text,
    named.map(({ role, name }) => ({ role, pattern: escaped(name) })),
  )
  if (called.length > 0) return called
  const known = new Set(roles.map(({ slug }) => slug))
  return placesOf(
    text,
    Object.entries(subjects)
      .filter(([role]) => known.has(role))
      .map(([role, pattern]) => ({ role, pattern })),
  )
}

/** Where the patterns stand, the longer one where two overlap; whoever is only worked with is not called for. */
function placesOf(text: string, patterns: readonly { role: string; pattern: string }[]): Mention[] {
  const all = patterns.flatMap(({ role, pattern }) =>
    [...text.matchAll(new RegExp(`(?<![\\w.])(?:${pattern})(?!\\w)`, 'g'))].map(({ index, 0: words }) => ({
      role,
      from: index,
      until: index + words.length,
    })),
  )
  const longestFirst = all.sort((a, b) => b.until - b.from - (a.until - a.from))
  const kept: Mention[] = []
  for (const mention of longestFirst) {
    const isFree = kept.every(({ from, until }) => mention.until <= from || mention.from >= until)
    if (isFree && !/\b(with|by|to|of) our $/.test(text.slice(0, mention.from))) kept.push(mention)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Nobody is called for by name: a role of whose skills at least one is no other role's. */
function bySkills(roles: readonly RoleWords[], skills: readonly SkillFound[]): RoleFound[] {
  const owners = skills.map(({ name }) =>
    roles.filter((role) => skillsOf(role).includes(name)).map(({ slug }) => slug),
  )
  const own = owners.flatMap((slugs) => (slugs.length === 1 ? slugs : []))
  const [first] = own
  return first && own.every((slug) => slug === first) ? [{ role: first, count: null, seniority: null }] : []
}

/** The same role named again is the same wish, unless both times with a number. */
function joinedRows(rows: readonly RoleFound[]): RoleFound[] {
  const joined: RoleFound[] = []
  for (const row of rows) {
    const same = joined.find(
      ({ role, count }) => role === row.role && (!count || !row.count || count === row.count),
    )
    const isAnother = same?.count && row.count && same.seniority !== row.seniority && row.seniority
    if (!same || isAnother) joined.push({ ...row })
    else Object.assign(same, { count: same.count ?? row.count, seniority: same.seniority ?? row.seniority })
  }
  return joined
}

/** What is said of all of them, or of the only one, anywhere in the text. */
function filledIn(rows: readonly RoleFound[], text: string): RoleFound[] {
  const count = rows.length === 1 ? countIn({ anywhere: text }) : null
  const seniority = seniorityIn({ anywhere: text })
  const isUnsaid = rows.every((row) => row.seniority === null)
  return rows.map((row) => ({
    ...row,
    count: row.count ?? count,
    seniority: row.seniority ?? (isUnsaid ? seniority : null),
  }))
}
