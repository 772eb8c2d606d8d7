import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { describeError } from './describe-error.ts'

test('a row that the database refused is not in the log, the promise it broke is', async () => {
  const lines: string[] = []
  const log = pino(
    { serializers: { err: describeError } },
    new Writable({
      write(line, _encoding, next) {
        lines.push(String(line))
        next()
      },
    }),
  )
  const error = await db.note
    .create({
      data: {
        body: '',
        lead: {
          create: {
            title: 'x',
            source: 'manual',
            lastActivityAt: new Date(),
            searchText: 'canary@acme.example',
            person: { create: { name: 'Canary Bird', emails: { create: { email: 'Canary@acme.example' } } } },
          },
        },
      },
    })
    .catch((refused: unknown) => refused)

  log.error({ err: error }, 'refused')

  expect(error).toBeInstanceOf(Error)
  expect(lines.join()).not.toMatch(/canary/i)
  expect(lines.join()).toContain('"stack":["at ')
})

test('what our own code throws is logged in its words', () => {
  expect(describeError(new RangeError('A grid cannot step by 0 minutes'))).toMatchObject({
    type: 'RangeError',
    message: 'A grid cannot step by 0 minutes',
  })
})
