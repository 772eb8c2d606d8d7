import { isDeepStrictEqual } from 'node:util'

/** Whether a row has all of these values already: a form that is sent twice is saved once, and no conflict with itself. */
export function hasColumns(row: object, columns: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(columns).every(([name, value]) => isDeepStrictEqual(Reflect.get(row, name), value))
}
