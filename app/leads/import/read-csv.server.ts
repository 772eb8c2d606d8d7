import { parse, CsvError } from 'csv-parse/sync'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { mostCellCharacters, mostColumns, mostRows, type CsvProblem } from './csv-problem.ts'

export type CsvFile = { head: string[]; rows: string[][] }

/**
 * Reads a CSV file as spreadsheets save it: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, its first
 * line naming the columns. Lines that are short are filled up; empty ones are left out.
 */
export function readCsv(content: Buffer): Outcome<CsvFile, CsvProblem> {
  if (content.length === 0) return refused('empty')
  const text = textOf(content)
  if (text === null) return refused('not-text')
  const lines = linesOf(text)
  if (lines === null) return refused('damaged')

  const [head, ...rows] = lines
  if (!head) return refused('empty')
  if (rows.length === 0) return refused('no-rows')
  if (rows.length > mostRows) return refused('too-many-rows')
  const width = Math.max(...lines.map((line) => line.length))
  if (width > mostColumns) return refused('too-many-columns')
  if (lines.some((line) => line.some((cell) => cell.length > mostCellCharacters))) return refused('long-cell')
  return done({ head: filled(head, width), rows: rows.map((row) => filled(row, width)) })
}

/** Null for what is no text: a null character stands in none, and in every spreadsheet's or picture's own format. */
function textOf(content: Buffer): string | null {
  const text = decoded(content)
  return text.includes('\0') ? null : text
}

function decoded(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  const asUtf8 = new TextDecoder('utf-8').decode(content)
  // A byte that is not UTF-8 is taken for the older alphabet of Western Europe: Excel still saves that.
  return asUtf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(content) : asUtf8
}

function linesOf(text: string): string[][] | null {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // One more than may be, beside the heads: it tells that there are too many.
      to: mostRows + 2,
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** What separates the heads: whichever of the three stands most often outside quotation marks. */
export function delimiterOf(text: string): string {
  const [firstLine = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: firstLine.split(sign).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

function filled(line: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => line[index] ?? '')
}
