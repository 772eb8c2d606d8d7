import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { actOnLead } from './lead-forms.server.ts'
import { receiveLead } from './leads-fixture.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let viewer: Viewer

beforeAll(async () => {
  viewer = await addStaff({ email: 'cora@firm.example' })
})

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('whoever decides on an old view of a lead is told, and keeps what was typed', async () => {
  const { ref } = await receiveLead()
  await actOnLead(viewer, ref, posted({ intent: 'status', to: 'qualified', version: '1' }), now)

  const late = {
    intent: 'status',
    to: 'lost',
    lostReason: 'budget',
    statusNote: 'Twice their range',
    version: '1',
  }
  const refused = await actOnLead(viewer, ref, posted(late), now)

  expect(refused?.errors['']?.[0]).toContain('A colleague changed this lead meanwhile')
  expect(refused?.typed).toMatchObject({ to: 'lost', lostReason: 'budget', statusNote: 'Twice their range' })
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ status: 'qualified' })
})

test('an empty note is refused at its field and nothing is stored', async () => {
  const { ref, leadId } = await receiveLead()

  const refused = await actOnLead(viewer, ref, posted({ intent: 'note', note: '  ' }), now)

  expect(refused?.errors).toEqual({ note: ['Write the note.'] })
  expect(await db.note.count({ where: { leadId } })).toBe(0)
})

test('a note with a NUL in it is refused at its field', async () => {
  const { ref } = await receiveLead()

  const refused = await actOnLead(viewer, ref, posted({ intent: 'note', note: 'a\0b' }), now)

  expect(refused?.errors.note).toHaveLength(1)
})

test('fields that no form has change nothing', async () => {
  const { ref } = await receiveLead()

  const crafted = { intent: 'status', to: 'qualified', version: '1', ownerId: viewer.id, source: 'manual' }
  await actOnLead(viewer, ref, posted(crafted), now)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'qualified',
    ownerId: null,
    source: 'requirement',
  })
})

test('an act that no form offers is no request of ours', async () => {
  const { ref } = await receiveLead()

  await expect(actOnLead(viewer, ref, posted({ intent: 'delete' }), now)).rejects.toMatchObject({
    status: 400,
  })
})
