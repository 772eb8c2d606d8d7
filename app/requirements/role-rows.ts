/** The rows of the form's first question, which grow and shrink by buttons that work without scripts. */
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { mostRoles } from './requirement.ts'

const roleFields = ['role', 'otherRole', 'count', 'seniority'] as const
export type RoleField = (typeof roleFields)[number]

export type RowTyped = { [Field in RoleField]?: string }

/** The name of a field in the row of that index: `roles[0].count`. */
export function roleField(index: number, field: RoleField): string {
  return `roles[${index}].${field}`
}

/** The names of all fields in so many rows, in the order of the page. */
export function fieldsOfRows(rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => roleFields.map((field) => roleField(row, field))).flat()
}

/** What is wrong with the list of roles stands at its first row. */
export function atFirstRow({ roles, ...errors }: FormErrors): FormErrors {
  return roles ? { [roleField(0, 'role')]: roles, ...errors } : errors
}

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
