/** Staff and a visitor write to one lead at the same time: both hold the person before the lead. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { decideSuggestion } from './decide-suggestion.server.ts'
import { editDetails } from './edit-details.server.ts'
import { receiveLead } from './leads-fixture.server.ts'
import { isWaited } from './waiting-fixture.server.ts'

const now = new Date('2026-11-23T10:00:00Z')

test('whoever changes details or accepts what a form says waits for what comes in, which waits for nobody', async () => {
  const manager = await addStaff({ email: `${randomUUID()}@firm.example`, role: 'manager' })
  const email = `dana@${randomUUID()}.example`
  const { ref, leadId } = await receiveLead({ email, name: 'Dana' })
  const { id, personId } = await suggest(leadId)
  const edit = { title: 'Two people', name: 'Dana Doe', phone: '' }
  const acts = [
    () =>
      editDetails(manager, ref, { to: { ...edit, name: 'Dana Roe' }, was: { ...edit, name: 'Dana' } }, now),
    () => decideSuggestion(manager, ref, { id, accept: true }, now),
  ]

  for (const act of acts) {
    const { acting } = await db.$transaction(async (tx) => {
      await lockFor(tx, 'person', email)
      const acting = act()
      await isWaited(tx)
      await tx.person.update({ where: { id: personId }, data: { phone: '+49 30 1' } })
      await tx.lead.update({ where: { id: leadId }, data: { lastInboundAt: now } })
      return { acting }
    })
    expect((await acting).ok).toBe(true)
  }
})

async function suggest(leadId: string) {
  const { personId } = await db.lead.findUniqueOrThrow({ where: { id: leadId } })
  const { id } = await db.suggestion.create({ data: { leadId, field: 'name', value: 'Dana Doe' } })
  return { id, personId }
}
