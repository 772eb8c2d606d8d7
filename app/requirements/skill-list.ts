import { z } from 'zod'
import { line } from '#app/ops/text.ts'
import { typedTexts } from '#app/ops/typed-form.ts'

const mostSkills = 12

/** Skills as they are ticked and typed: boxes, and one field of `TypeScript, PostgreSQL, queues`, all of one name. */
export function skillList() {
  return z
    .array(z.string().optional())
    .max(100, `Name at most ${mostSkills} skills, the most important ones.`)
    .optional()
    .transform((typed): string | undefined => (typed ?? []).filter(Boolean).join(', '))
    .pipe(line(600))
    .transform(skillsIn)
    .refine(
      (skills) => skills.length <= mostSkills,
      `Name at most ${mostSkills} skills, the most important ones.`,
    )
    .refine((skills) => skills.every((skill) => skill.length <= 60), 'Put a comma between skills.')
}

/** Each once, in whichever case it was written first. */
function skillsIn(text: string): string[] {
  const skills = new Map<string, string>()
  for (const skill of text.split(/[,;]/).map((part) => part.trim())) {
    if (skill && !skills.has(skill.toLowerCase())) skills.set(skill.toLowerCase(), skill)
  }
  return [...skills.values()]
}

/** As a form shows them again: ticked ones come one by one, typed ones with commas between them. */
export function typedSkills(values: unknown, name: string): string[] {
  return typedTexts(values, name)
    .flatMap((text) => text.split(','))
    .map((skill) => skill.trim())
    .filter(Boolean)
}
