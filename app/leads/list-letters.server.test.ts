import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { getLetter, listLetters, readLetterFilter } from './list-letters.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let admin: Viewer

beforeAll(async () => {
  admin = await addStaff({ email: 'ana@firm.example', role: 'admin' })
  await db.letter.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      kind: 'requirement-received',
      props: {},
      to: `visitor${index}@acme.example`,
      state: index === 7 ? ('bounced' as const) : ('queued' as const),
      dedupeKey: `letter ${index}`,
      messageId: `<${index}@firm.example>`,
      createdAt: now,
    })),
  })
})

const filter = (address: string) => readLetterFilter(new URLSearchParams(address))

test('letters are listed by their real state', async () => {
  const { letters } = await listLetters(admin, filter('state=bounced'))

  expect(letters.map(({ to }) => to)).toEqual(['visitor7@acme.example'])
})

test('two pages show every letter of one moment once', async () => {
  const first = await listLetters(admin, filter('state=nonsense'))
  const second = await listLetters(admin, filter(`after=${first.next}`))

  expect([first.letters.length, second.letters.length]).toEqual([50, 10])
  expect(second.next).toBeNull()
  expect(new Set([...first.letters, ...second.letters].map(({ id }) => id)).size).toBe(60)
})

test('an address that names no letter is not found', async () => {
  await expect(getLetter(admin, 'nonsense')).rejects.toMatchObject({ status: 404 })
  await expect(getLetter(admin, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    status: 404,
  })
})
