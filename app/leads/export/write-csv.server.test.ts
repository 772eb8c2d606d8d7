import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { asTyped, csvLineOf, csvLines, harmless } from './write-csv.server.ts'

const computed = [
  '=1+1',
  '+44 20 7946',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '\u00a0=1',
  '\u2003=1',
  '\ufeff=1',
  '＝1',
]
const computedAfter = ['Acme;=1+1', 'a; -2;b', 'x;\t@SUM(A1)', ';=1', 'say "hi";=1']
const plain = [
  '',
  ' ',
  'Ann',
  '2 × Backend developer',
  'a=b',
  "O'Brien",
  "'",
  'l-1042',
  '1-2',
  '\\=1',
  'a;b',
  'a; b = c',
  'u2003=1',
]
const awkward = ['say "hi"', 'a, b', 'one\ntwo', 'one\r\ntwo', '=say("hi", 1)', '"', ' b ', '🎪', ';', '']

test('a cell that a spreadsheet would compute gets an apostrophe in front', () => {
  expect(computed.map(harmless)).toEqual(computed.map((cell) => `'${cell}`))
})

test('one that begins behind a semicolon, where lines are cut there, gets it too', () => {
  expect(computedAfter.map(harmless)).toEqual([
    ...["Acme;'=1+1", "a;' -2;b", "x;'\t@SUM(A1)", ";'=1", 'say "hi";\'=1'],
  ])
})

test('what is only text stays as it is', () => {
  expect(plain.map(harmless)).toEqual(plain)
})

test('quotes, commas and line breaks survive', () => {
  expect(parse(csvLines([awkward, awkward]))).toEqual([awkward.map(harmless), awkward.map(harmless)])
})

test('the database writes a line as this process does', async () => {
  const cells = [...computed, ...computedAfter, ...plain, ...awkward]

  const [row] = await db.$queryRaw<
    [{ line: string }]
  >`SELECT ${csvLineOf(Prisma.sql`${cells}::text[]`)} AS line`

  expect(row.line).toBe(csvLines([cells]))
})

test('what was made harmless is read as it was typed', () => {
  const cells = [...computed, ...computedAfter, ...plain]
  expect(cells.map((cell) => asTyped(harmless(cell)))).toEqual(cells)
})
