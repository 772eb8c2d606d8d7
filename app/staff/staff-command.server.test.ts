import { beforeAll, expect, test } from 'vitest'
import { startSession } from './session.server.ts'
import { staffCommand } from './staff-command.server.ts'
import { addStaff, goodPassword, pageRequest } from './staff-fixture.server.ts'

const from = { ip: '203.0.113.9', request: pageRequest('/staff/sign-in'), now: new Date() }

beforeAll(async () => {
  await addStaff({ email: 'ana@firm.example', role: 'admin' })
})

test('a reset prints a password that signs in, and the old one no longer does', async () => {
  const words = await staffCommand(['reset', 'ana@firm.example'])

  const password = /[a-z2-9]{4}(-[a-z2-9]{4}){4}/.exec(words)?.[0] ?? ''
  expect(await startSession({ email: 'ana@firm.example', password }, from)).not.toBeNull()
  expect(await startSession({ email: 'ana@firm.example', password: goodPassword }, from)).toBeNull()
})

test('an address that nobody has is named', async () => {
  await expect(staffCommand(['reset', 'nobody@firm.example'])).rejects.toThrow(
    'No member of staff has the address nobody@firm.example.',
  )
})

test('whoever types something else is told what to type', async () => {
  await expect(staffCommand([])).rejects.toThrow('npm run staff -- reset EMAIL')
  await expect(staffCommand(['delete', 'ana@firm.example'])).rejects.toThrow('npm run staff -- reset EMAIL')
})
