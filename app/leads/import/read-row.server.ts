import { createHash } from 'node:crypto'
import { z } from 'zod'
import { emailAddress, line, paragraph, personName, phoneNumber, requiredLine } from '#app/ops/text.ts'
import { asTyped } from '../export/write-csv.server.ts'
import { tagList } from '../tags.ts'
import type { ImportAsk } from './import-ask.ts'
import { importFieldNames, type ImportField } from './import-fields.ts'

const rowSchema = z.object({
  title: requiredLine(200, 'Say in one line what is needed, here or for all lines.'),
  name: personName('their'),
  email: emailAddress('their'),
  company: line(120),
  phone: phoneNumber(),
  owner: line(254),
  tags: tagList,
  note: paragraph(4000),
})
export type ReadRow = z.output<typeof rowSchema>

/** A line of the file as a lead, or all that is wrong with it in a sentence. */
export function readRow(
  cells: readonly string[],
  { fields, title }: Pick<ImportAsk, 'fields' | 'title'>,
): { ok: true; row: ReadRow } | { ok: false; problem: string } {
  const told: Partial<Record<ImportField, string>> = {}
  for (const [index, field] of (fields ?? []).entries()) if (field) told[field] = asTyped(cells[index] ?? '')
  const { firstName = '', lastName = '', ...rest } = told
  const read = rowSchema.safeParse({
    ...rest,
    title: rest.title?.trim() || title,
    name: rest.name?.trim() || `${firstName.trim()} ${lastName.trim()}`,
  })
  if (read.success) return { ok: true, row: read.data }
  return { ok: false, problem: read.error.issues.map(sayIssue).join(' ') }
}

function sayIssue({ path: [field], message }: z.core.$ZodIssue): string {
  const name = importFieldNames[field as ImportField] ?? ''
  return name ? `${name}: ${message}` : message
}

/** By which two lines of a file are known to be the same lead. */
export function alikeOf({ email, title }: Pick<ReadRow, 'email' | 'title'>): string {
  return createHash('sha256').update(`${email}\n${title.toLowerCase()}`).digest('base64url').slice(0, 22)
}
