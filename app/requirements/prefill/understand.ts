/**
 * Reads a pasted description: which roles, how many, how experienced, which skills, and on which terms. It looks for words
 * and guesses nothing: what it does not find it leaves to the visitor, who sees and corrects the rest. Everything is
 * computed here, and the text goes nowhere.
 */
import { findRoles, type RoleFound } from './find-roles.ts'
import { findSkills } from './find-skills.ts'
import {
  findDuration,
  findEngagement,
  findOverlap,
  findStart,
  findTimeZone,
  withoutSpans,
} from './find-terms.ts'

/** What the files of the roles say that helps to recognise them. */
export type RoleWords = {
  slug: string
  title: string
  plural: string
  aliases: readonly string[]
  languages: readonly { name: string }[]
  tools: readonly string[]
}

export type Understood = {
  roles: readonly RoleFound[]
  skills: readonly string[]
  start: string | null
  duration: string | null
  engagement: string | null
  timeZone: string | null
  overlap: string | null
}

export function understand(text: string, roles: readonly RoleWords[]): Understood {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[’`]/g, "'")
  const skills = findSkills(plain, roles)
  const start = findStart(plain)
  return {
    roles: findRoles(plain, roles, skills),
    skills: skills.map(({ name }) => name).slice(0, 12),
    start: start?.code ?? null,
    duration: findDuration(withoutSpans(plain, start ? start.spans : [])),
    engagement: findEngagement(plain),
    timeZone: findTimeZone(plain),
    overlap: findOverlap(plain),
  }
}
