/** The rows of the form's first question, which grow and shrink by buttons that work without scripts. */
import { mostRoles } from './requirement.ts'

export type RowTyped = { role?: string; count?: string; seniority?: string }

/** One row for each role that a link brought along; one empty row without any. */
export function rowsFor(roles: readonly string[]): RowTyped[] {
  return roles.length > 0 ? roles.map((role) => ({ role })) : [{}]
}

/** The rows after "Add another role" or "Remove" was pressed; null when the form was sent to be kept. */
export function rowsAfter(form: FormData): RowTyped[] | null {
  const intent = form.get('intent')
  if (typeof intent !== 'string' || !/^(add-role|remove-role-\d)$/.test(intent)) return null

  const rows = rowsIn(form)
  if (intent === 'add-role') return [...rows, {}].slice(0, mostRoles)
  const removed = Number(intent.slice(-1))
  const left = rows.filter((_, index) => index !== removed)
  return left.length > 0 ? left : [{}]
}

function rowsIn(form: FormData): RowTyped[] {
  const rows: RowTyped[] = []
  for (let index = 0; index < mostRoles; index++) {
    const row = {
      role: textIn(form, `roles[${index}].role`),
      count: textIn(form, `roles[${index}].count`),
      seniority: textIn(form, `roles[${index}].seniority`),
    }
    if (form.has(`roles[${index}].role`)) rows.push(row)
  }
  return rows
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
