import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every variable of the configuration stands in .env.example', () => {
  const schema = readFileSync('app/env.server.ts', 'utf8')
  const example = readFileSync('.env.example', 'utf8')

  const read = [...schema.matchAll(/^ {2}([A-Z_]+): z/gm)].map((match) => match[1])
  const shown = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((match) => match[1])

  expect(read).toContain('APP_URL')
  expect(shown).toEqual(expect.arrayContaining(read))
})
