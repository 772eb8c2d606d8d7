import { expect, onTestFinished, test } from 'vitest'
import { diffSchema } from '#bin/schema-diff.js'
import { scratchDatabase } from '#bin/scratch-database.js'

test('the migrations make exactly the tables that schema.prisma describes', async () => {
  const database = await scratchDatabase()
  onTestFinished(database.drop)

  const missing = await diffSchema(database.url)

  expect(missing).toBe('')
})
