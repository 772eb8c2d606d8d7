import type { HeldRecord } from './held-data.server.ts'

/** What we hold, for a program to read. */
export function asJson(email: string, records: readonly HeldRecord[]): string {
  return JSON.stringify({ email, records }, null, 2)
}

/** The same for a spreadsheet: one line for each field, none of which is taken for a formula. */
export function asRows(records: readonly HeldRecord[]): string[][] {
  const lines = records.flatMap(({ kind, when, what }) =>
    Object.entries(what).map(([field, value]) => [kind, when.toISOString(), field, inWords(value)]),
  )
  return [['What', 'When', 'Field', 'Value'], ...lines.map((line) => line.map(notAFormula))]
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A spreadsheet computes a cell that begins so: https://owasp.org/www-community/attacks/CSV_Injection */
function notAFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
