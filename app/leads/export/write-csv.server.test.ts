import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { asTyped, csvLines, harmless } from './write-csv.server.ts'

const computed = ['=1+1', '+44 20 7946', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1']
const plain = ['', 'Ann', '2 × Backend developer', 'a=b', "O'Brien", 'l-1042', '1-2']

test('a cell that a spreadsheet would compute gets an apostrophe in front', () => {
  expect(computed.map(harmless)).toEqual(computed.map((cell) => `'${cell}`))
})

test('what is only text stays as it is', () => {
  expect(plain.map(harmless)).toEqual(plain)
})

test('quotes, commas and line breaks survive', () => {
  const rows = [['say "hi"', 'a, b', 'one\ntwo', '']]

  expect(parse(csvLines(rows))).toEqual(rows)
})

test('what was made harmless is read as it was typed', () => {
  const cells = [...computed, ...plain]

  expect(cells.map((cell) => asTyped(harmless(cell)))).toEqual(cells)
})
