import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from './add-note.server.ts'
import { bookWith, receiveLead } from './leads-fixture.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let mia: Viewer
let cora: Viewer
let colin: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, letter, notification CASCADE`
  mia = await addStaff({ email: 'mia@firm.example', name: 'Mia Manager', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example', name: 'Cora Berg' })
  colin = await addStaff({ email: 'colin@firm.example', name: 'Colin Ross' })
})

/** The names of those who are told in the app, and the addresses of those who are mailed. */
async function told() {
  const notifications = await db.notification.findMany({
    where: { kind: 'mentioned' },
    select: { staff: { select: { name: true } } },
  })
  const letters = await db.letter.findMany({ where: { kind: 'desk-notification' }, select: { to: true } })
  return {
    inTheApp: notifications.map(({ staff }) => staff.name).toSorted(),
    byMail: letters.map(({ to }) => to).toSorted(),
  }
}

const note = (viewer: Viewer, ref: number, words: string) => addNote(viewer, ref, { words }, now)

test('a colleague who is mentioned is told in the app and by mail, with a link to the lead', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })

  await note(mia, ref, 'Please call them, @Cora Berg')

  expect(await told()).toEqual({ inTheApp: ['Cora Berg'], byMail: ['cora@firm.example'] })
  const { props } = await db.letter.findFirstOrThrow({ where: { to: 'cora@firm.example' } })
  expect(props).toMatchObject({
    heading: `Mia Manager mentioned you on L-${ref}`,
    about: 'Please call them, @Cora Berg',
    url: expect.stringMatching(new RegExp(`/staff/leads/${ref}$`)),
  })
})

test('whoever may not see the lead learns nothing of it, and is told once they hold its consultation', async () => {
  const lead = await receiveLead({ ownerId: cora.id })

  await note(cora, lead.ref, 'Perhaps something for @Colin Ross')
  expect(await told()).toEqual({ inTheApp: [], byMail: [] })

  await bookWith(colin.id, lead, now)
  await note(cora, lead.ref, '@Colin Ross, you meet them now')
  expect(await told()).toEqual({ inTheApp: ['Colin Ross'], byMail: ['colin@firm.example'] })
})

test('whoever switched the mail off is told in the app alone', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })
  await db.staff.update({ where: { id: cora.id }, data: { unmailed: ['mentioned'] } })

  await note(mia, ref, '@Cora Berg')

  expect(await told()).toEqual({ inTheApp: ['Cora Berg'], byMail: [] })
})

test('nobody is told of their own note, nor of a double click, nor after they left', async () => {
  const { ref } = await receiveLead()
  await db.staff.update({ where: { id: colin.id }, data: { disabledAt: now } })

  await note(mia, ref, '@Mia Manager, @Colin Ross, @Cora Berg')
  await note(mia, ref, '@Mia Manager, @Colin Ross, @Cora Berg')

  expect(await told()).toEqual({ inTheApp: ['Cora Berg'], byMail: ['cora@firm.example'] })
})
