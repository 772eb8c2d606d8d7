import { addHours } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { unsealed } from '#app/mail/sealed.server.ts'
import { startSession } from '#app/staff/session.server.ts'
import { addStaff, goodPassword, pageRequest } from '#app/staff/staff-fixture.server.ts'
import { findViewer, type Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { changeRole, setDisabled } from './change-member.server.ts'
import {
  acceptInvitation,
  findInvitation,
  invite,
  inviteAgain,
  withdrawInvitation,
} from './invitations.server.ts'

const now = new Date()
const account = { name: 'Nina New', password: goodPassword, timeZone: 'Asia/Kolkata' as TimeZone }
let admin: Viewer
let count = 0

beforeEach(async () => {
  count += 1
  await db.$executeRaw`TRUNCATE staff CASCADE`
  admin = await addStaff({ email: 'ana@firm.example', role: 'admin' })
})

const invited = () => ({ name: 'Nina New', email: `nina${count}@firm.example`, role: 'consultant' as const })

async function invitedToken(): Promise<string> {
  const outcome = await invite(admin, invited(), now)
  return outcome.ok ? (outcome.value.url.split('/').at(-1) ?? '') : ''
}

test('an invitation makes an account of the role it names, once', async () => {
  const token = await invitedToken()

  expect(await acceptInvitation(token, account, now)).toBe(true)
  expect(await acceptInvitation(token, account, now)).toBe(false)

  const staff = await db.staff.findUniqueOrThrow({ where: { email: invited().email } })
  expect(staff).toMatchObject({ role: 'consultant', timeZone: 'Asia/Kolkata', assignWeight: 0 })
})

test('an invitation ends after three days', async () => {
  const token = await invitedToken()

  expect(await findInvitation(db, token, addHours(now, 71))).not.toBeNull()
  expect(await findInvitation(db, token, addHours(now, 72))).toBeNull()
})

test('sending it again ends the link that went out before', async () => {
  const first = await invitedToken()
  const { id } = await db.invitation.findFirstOrThrow({ where: { email: invited().email } })

  const again = await inviteAgain(admin, id, now)

  expect(await findInvitation(db, first, now)).toBeNull()
  expect(again.ok && (await findInvitation(db, again.value.url.split('/').at(-1) ?? '', now))?.id).toBe(id)
})

test('a withdrawn invitation opens nothing, and the address can be invited anew', async () => {
  const token = await invitedToken()
  const { id } = await db.invitation.findFirstOrThrow({ where: { email: invited().email } })
  expect(await invite(admin, invited(), now)).toEqual({ ok: false, reason: 'already-invited' })

  await withdrawInvitation(admin, id, now)

  expect(await acceptInvitation(token, account, now)).toBe(false)
  expect((await invite(admin, invited(), now)).ok).toBe(true)
})

test('the letter carries the link, and the database does not', async () => {
  const token = await invitedToken()
  const letter = await db.letter.findFirstOrThrow({ where: { to: invited().email } })

  expect(JSON.stringify(unsealed(letter).props)).toContain(token)
  expect(JSON.stringify(letter)).not.toContain(token)
})

test('only admins invite', async () => {
  const manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })

  await expect(invite(manager, invited(), now)).rejects.toMatchObject({ status: 403 })
})

test('another role holds from the next request, ends the sessions and is mailed and written down', async () => {
  const cora = await addStaff({ email: 'cora@firm.example', role: 'manager' })
  const from = { ip: '203.0.113.5', request: pageRequest('/staff'), now }
  const cookies = await startSession({ email: cora.email, password: goodPassword }, from)

  await changeRole(admin, cora.id, 'read_only', now)

  expect(await findViewer(pageRequest('/staff', cookies ?? undefined), now)).toBeNull()
  const again = await startSession({ email: cora.email, password: goodPassword }, from)
  expect((await findViewer(pageRequest('/staff', again ?? undefined), now))?.role).toBe('read_only')
  expect(await db.auditEntry.findFirst({ where: { entityId: cora.id, action: 'staff.role' } })).toMatchObject(
    {
      actorId: admin.id,
      before: { role: 'manager' },
      after: { role: 'read_only' },
    },
  )
})

test('whoever is disabled is out at once and cannot sign in', async () => {
  const cora = await addStaff({ email: 'cora@firm.example' })
  const from = { ip: '203.0.113.5', request: pageRequest('/staff'), now }
  const cookies = await startSession({ email: cora.email, password: goodPassword }, from)

  await setDisabled(admin, cora.id, true, now)

  expect(await findViewer(pageRequest('/staff', cookies ?? undefined), now)).toBeNull()
  expect(await startSession({ email: cora.email, password: goodPassword }, from)).toBeNull()
  await setDisabled(admin, cora.id, false, now)
  expect(await startSession({ email: cora.email, password: goodPassword }, from)).not.toBeNull()
})

test('the last admin is neither demoted nor disabled nor deleted', async () => {
  expect(await changeRole(admin, admin.id, 'manager', now)).toEqual({ ok: false, reason: 'last-admin' })
  expect(await setDisabled(admin, admin.id, true, now)).toEqual({ ok: false, reason: 'last-admin' })
  await expect(db.staff.delete({ where: { id: admin.id } })).rejects.toThrow('staff_keeps_an_admin')

  expect(await db.staff.findUnique({ where: { id: admin.id } })).toMatchObject({
    role: 'admin',
    disabledAt: null,
  })
})

test('two admins who demote each other at the same moment: one stays', async () => {
  const other = await addStaff({ email: 'otto@firm.example', role: 'admin' })

  const outcomes = await Promise.all([
    changeRole(admin, other.id, 'manager', now),
    changeRole(other, admin.id, 'manager', now),
  ])

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.staff.count({ where: { role: 'admin' } })).toBe(1)
})
