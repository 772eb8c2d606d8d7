/**
 * Lines of a CSV file (RFC 4180), written here or by the database: both by the rules that stand once below, as texts that
 * JavaScript and PostgreSQL read as the same regular expression.
 */
import { stringify } from 'csv-stringify/sync'
import { Prisma } from '#app/prisma/client.ts'

const { sql } = Prisma

/** Spreadsheets take a file for UTF-8 by its first character. */
export const byteOrderMark = '\uFEFF'

/** What each takes for a space differs, so every one is named. */
const spaces = String.raw`\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`
/**
 * What a spreadsheet would compute: a cell with = + - @, a tab or a carriage return first. Space in front does not help, some
 * programs cut it off. The wide signs are those of East Asian keyboards. Where numbers have commas, cells end at a semicolon,
 * whatever quotes stand around it, and another begins.
 */
const computed = String.raw`(^|;)(?=[${spaces}]*[=+@＝＋－＠\t\r-])`
/** A cell that needs quotes around it. */
const quoted = String.raw`[",\r\n]`

export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_match: new RegExp(quoted) },
  )
}

/** The same of one line, for a list of texts that a statement has. */
export function csvLineOf(cells: Prisma.Sql): Prisma.Sql {
  return sql`(
    SELECT string_agg(CASE WHEN shown ~ ${quoted} THEN '"' || replace(shown, '"', '""') || '"' ELSE shown END, ',' ORDER BY place)
    FROM (
      SELECT place, regexp_replace(cell, ${computed}, '\\1''', 'g') AS shown
      FROM unnest(${cells}) WITH ORDINALITY AS listed (cell, place)) AS harmless
  ) || E'\r\n'`
}

const beginning = new RegExp(computed, 'g')
const madeHarmless = new RegExp(computed.replace('(?=', "'(?="), 'g')

/** What would be computed gets an apostrophe in front: what a visitor typed is shown and never run. */
export function harmless(cell: string): string {
  return cell.replace(beginning, "$1'")
}

/** What `harmless` made of a cell, as it was: an import takes the apostrophe away again. */
export function asTyped(cell: string): string {
  return cell.replace(madeHarmless, '$1')
}
