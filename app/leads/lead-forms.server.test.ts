import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { noteSentLetter } from './answered-by-letter.server.ts'
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
  await actOnLead(viewer, ref, posted({ intent: 'line', wasStatus: 'new', to: 'qualified' }), now)

  const late = {
    intent: 'line',
    wasStatus: 'new',
    to: 'lost',
    lostReason: 'budget',
    statusNote: 'Twice their range',
  }
  const refused = await actOnLead(viewer, ref, posted(late), now)

  expect(refused?.errors.to?.[0]).toContain('A colleague moved this lead meanwhile')
  expect(refused?.typed).toMatchObject({ to: 'lost', lostReason: 'budget', statusNote: 'Twice their range' })
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ status: 'qualified' })
})

test('an empty note is refused at its field and nothing is stored', async () => {
  const { ref, leadId } = await receiveLead()

  const refused = await actOnLead(viewer, ref, posted({ intent: 'note', body: '  ' }), now)

  expect(refused?.errors).toEqual({ body: ['Write the note.'] })
  expect(await db.note.count({ where: { leadId } })).toBe(0)
})

test('a note with a NUL in it is refused at its field', async () => {
  const { ref } = await receiveLead()

  const refused = await actOnLead(viewer, ref, posted({ intent: 'note', body: 'a\0b' }), now)

  expect(refused?.errors.body).toHaveLength(1)
})

test('fields that no form has change nothing', async () => {
  const { ref } = await receiveLead()

  const crafted = {
    ...{ intent: 'line', wasStatus: 'new', to: 'qualified' },
    ...{ ownerId: viewer.id, source: 'manual' },
  }
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

test('a change in the line of a list writes what was touched, all of it or nothing', async () => {
  const { ref, leadId } = await receiveLead()
  const line = {
    ...{ intent: 'line', wasStatus: 'new', to: 'lost', wasOwner: '', owner: viewer.id },
    ...{ next: 'Send profiles', nextOn: '2026-11-26', nextAt: '15:30' },
  }

  const refused = await actOnLead(viewer, ref, posted(line), now)
  expect(refused?.errors).toEqual({ lostReason: ['Choose why it was lost.'] })
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ ownerId: null, nextAction: '' })

  expect(await actOnLead(viewer, ref, posted({ ...line, to: 'qualified' }), now)).toBeNull()
  // The viewer's clock reads Berlin time.
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'qualified',
    ownerId: viewer.id,
    nextAction: 'Send profiles',
    nextActionAt: new Date('2026-11-26T14:30:00Z'),
  })
  expect(await db.task.findMany({ where: { leadId } })).toMatchObject([{ assigneeId: viewer.id }])
})

test('who gives away what a colleague took meanwhile is told', async () => {
  const { ref, leadId } = await receiveLead()
  const colleague = await addStaff({ email: 'colin@firm.example' })
  const manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  await db.lead.update({ where: { id: leadId }, data: { ownerId: colleague.id } })

  const take = { intent: 'line', wasStatus: 'new', to: 'new', wasOwner: '', owner: manager.id }
  const refused = await actOnLead(manager, ref, posted(take), now)

  expect(Object.keys(refused?.errors ?? {})).toEqual(['owner'])
})

test('two people who change different fields do not meet; of two in one field the second sees both', async () => {
  const { ref } = await receiveLead({ name: 'Dana Doe', title: 'Backend developer' })
  const drawn = { wasTitle: 'Backend developer', wasName: 'Dana Doe', wasPhone: '' }
  const form = { intent: 'details', title: 'Backend developer', name: 'Dana Doe', phone: '', ...drawn }

  expect(await actOnLead(viewer, ref, posted({ ...form, title: '2 × Go developer' }), now)).toBeNull()
  expect(await actOnLead(viewer, ref, posted({ ...form, phone: '+49 30 123456' }), now)).toBeNull()
  const refused = await actOnLead(viewer, ref, posted({ ...form, title: 'Rust developer' }), now)

  expect(refused?.errors.title?.[0]).toContain('2 × Go developer')
  expect(refused?.typed.title).toBe('Rust developer')
  expect(
    await db.lead.findUnique({
      where: { ref },
      select: { title: true, person: { select: { phone: true } } },
    }),
  ).toEqual({ title: '2 × Go developer', person: { phone: '+49 30 123456' } })
})

test('what a form said otherwise is accepted or declined field by field, and the timeline tells', async () => {
  const { ref, leadId, personId } = await receiveLead()
  const phone = await db.suggestion.create({ data: { leadId, field: 'phone', value: '+1 202 555 0100' } })
  const name = await db.suggestion.create({ data: { leadId, field: 'name', value: 'D. Doe' } })

  await actOnLead(viewer, ref, posted({ intent: 'suggestion', suggestion: phone.id, accept: 'yes' }), now)
  await actOnLead(viewer, ref, posted({ intent: 'suggestion', suggestion: name.id, accept: 'no' }), now)

  expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
    phone: '+1 202 555 0100',
    name: 'Dana Doe',
  })
  expect(await db.suggestion.count({ where: { leadId } })).toBe(0)
  expect(await db.leadEvent.count({ where: { leadId, kind: 'decided' } })).toBe(2)
})

test('a draft is kept for whoever wrote it until it is sent', async () => {
  const { ref, leadId } = await receiveLead()
  const draft = { intent: 'draft', kind: 'mail', subject: 'Three people', body: 'Dear Dana' }

  await actOnLead(viewer, ref, posted(draft), now)
  expect(await db.leadDraft.findMany({ where: { leadId } })).toMatchObject([
    { staffId: viewer.id, kind: 'mail', subject: 'Three people', body: 'Dear Dana' },
  ])

  await actOnLead(viewer, ref, posted({ intent: 'mail', subject: 'Three people', body: 'Dear Dana' }), now)
  await actOnLead(viewer, ref, posted({ intent: 'mail', subject: 'Three people', body: 'Dear Dana' }), now)

  expect(await db.leadDraft.count({ where: { leadId } })).toBe(0)
  const letters = await db.letter.findMany({ where: { leadId, kind: 'lead-message' } })
  expect(letters.map(({ state }) => state)).toEqual(['queued'])
})

test('a letter answers the lead when the mail server took it, not before', async () => {
  const { ref, leadId } = await receiveLead()
  await actOnLead(viewer, ref, posted({ intent: 'mail', subject: 'Hello', body: 'Dear Dana' }), now)
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ status: 'new', firstResponseAt: null })

  const letter = await db.letter.findFirstOrThrow({ where: { leadId, kind: 'lead-message' } })
  await db.$transaction((tx) => noteSentLetter(tx, letter, now))

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'contacted',
    firstResponseAt: now,
  })
})
