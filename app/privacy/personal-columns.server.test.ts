import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { erasedColumns, plainColumns } from './personal-columns.ts'

test('every column that can hold words says whether they are somebody’s: a new one is to be classified', async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'
      AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
    ORDER BY 1`

  const unsaid = columns
    .map(({ name }) => name)
    .filter((name) => !erasedColumns.includes(name) && !isPlain(name))

  expect(unsaid).toEqual([])
})

test('what is said to be erased is named in the function that erases', async () => {
  const [{ source } = { source: '' }] = await db.$queryRaw<{ source: string }[]>`
    SELECT prosrc AS source FROM pg_proc WHERE proname = 'erase_person'`

  const tables = [...new Set(erasedColumns.map((name) => name.split('.')[0] ?? ''))]

  expect(tables.filter((table) => !new RegExp(`\\b${table}\\b`).test(source))).toEqual([])
})

test('no column is said to be both', () => {
  expect(erasedColumns.filter(isPlain)).toEqual([])
})

function isPlain(name: string): boolean {
  const [table = '', column = ''] = name.split('.')
  const plain = plainColumns[table]
  return plain === 'all' || (plain?.includes(column) ?? false)
}
