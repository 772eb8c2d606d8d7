/**
 * Letters that are written once and sent often. A few words in double braces stand for what is known of the lead; they are
 * replaced when the letter is begun, so whoever sends it reads what will be sent.
 */
import { z } from 'zod'
import { paragraph, requiredLine } from '#app/ops/text.ts'

export const placeholders = {
  person: 'their name',
  company: 'their company, or their name',
  needs: 'what they need',
  sender: 'your name',
  firm: 'our name',
} as const
export type Placeholder = keyof typeof placeholders

export type Known = Record<Placeholder, string>

export function fillTemplate(text: string, known: Known): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    isPlaceholder(name) ? known[name] : whole,
  )
}

/** The words in braces that stand for nothing. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)].flatMap(([, name = '']) =>
    isPlaceholder(name) ? [] : [name],
  )
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(placeholders, name)
}

function withKnownWords(text: string, problems: z.RefinementCtx) {
  for (const name of unknownPlaceholders(text))
    problems.addIssue({ code: 'custom', message: `Nothing is known by the name {{${name}}}.` })
}

export const templateSchema = z.object({
  name: requiredLine(80, 'Give the template a name.'),
  subject: requiredLine(200, 'Write the subject.').superRefine(withKnownWords),
  body: paragraph(10_000).refine(Boolean, 'Write the letter.').superRefine(withKnownWords),
  team: z.literal('1').optional(),
})
export type NewTemplate = z.output<typeof templateSchema>
