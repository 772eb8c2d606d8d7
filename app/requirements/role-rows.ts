/** The rows of the form's first question, which grow and shrink by buttons that work without scripts. */
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import { mostRoles } from './requirement.ts'

export type RowTyped = { role?: string; otherRole?: string; count?: string; seniority?: string }

/** One row for each role that a link brought along; one empty row without any. */
export function rowsFor(roles: readonly string[]): RowTyped[] {
  return roles.length > 0 ? roles.map((role) => ({ role })) : [{}]
}

/** The rows after "Add another role" or "Remove" was pressed; null when the form was sent to be kept. */
export function rowsAfter(values: Typed): RowTyped[] | null {
  const intent = typedText(values, 'intent')
  if (!/^(add-role|remove-role-\d)$/.test(intent)) return null

  const rows = typedRows(values)
  if (intent === 'add-role') return [...rows, {}].slice(0, mostRoles)
  const removed = Number(intent.slice(-1))
  const left = rows.filter((_, index) => index !== removed)
  return left.length > 0 ? left : [{}]
}

/** The rows as they were typed; none when the form had no such question. A row that was left out is empty. */
export function typedRows(values: Typed | undefined): RowTyped[] {
  const rows = values?.roles
  if (!Array.isArray(rows)) return []
  return Array.from(rows.slice(0, mostRoles), (row) => ({
    role: typedText(row, 'role'),
    otherRole: typedText(row, 'otherRole'),
    count: typedText(row, 'count'),
    seniority: typedText(row, 'seniority'),
  }))
}
