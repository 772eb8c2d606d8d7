import { stringify } from 'csv-stringify/sync'

/** Spreadsheets take a file for UTF-8 by its first character. */
export const byteOrderMark = '\uFEFF'

/**
 * Lines of a CSV file (RFC 4180). A cell that a spreadsheet would compute (= + - @, a tab or a carriage return first)
 * gets an apostrophe in front: what a visitor typed is shown there and never run. An import takes it away again.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

/** Space in front does not help: some programs cut it off first. The wide signs are those of East Asian keyboards. */
const computed = /^[\s\0]*[=+\-@＝＋－＠\t\r]/

export function harmless(cell: string): string {
  return computed.test(cell) ? `'${cell}` : cell
}

/** What `harmless` made of a cell, as it was. */
export function asTyped(cell: string): string {
  return cell.startsWith("'") && computed.test(cell.slice(1)) ? cell.slice(1) : cell
}
