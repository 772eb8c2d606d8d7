import { z } from 'zod'
import { done, type Outcome } from '#app/ops/outcome.ts'
import { personName, phoneNumber, requiredLine } from '#app/ops/text.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { holdWithPerson, onLead } from './on-lead.server.ts'
import { addToSearch } from './record-lead.server.ts'
import { recordEvent } from './record-event.server.ts'

export const detailFields = ['title', 'name', 'phone'] as const
export type DetailField = (typeof detailFields)[number]
type Details = Record<DetailField, string>

/** Each field with what it was when the form was drawn. */
export const detailsSchema = z.object({
  title: requiredLine(200, 'Say in one line what is needed.'),
  name: personName('their'),
  phone: phoneNumber(),
  wasTitle: z.string().default(''),
  wasName: z.string().default(''),
  wasPhone: z.string().default(''),
})

export type DetailsEdit = { to: Details; was: Details }
/** What colleagues wrote meanwhile into fields that the viewer changed too. */
export type Clashes = Partial<Details>

/**
 * Writes the fields that were changed and no other. Two people who change different fields do not meet; of two who change
 * the same one the second is shown both values, and nothing of theirs is written until they choose.
 */
export async function editDetails(
  viewer: Viewer,
  ref: number,
  { to, was }: DetailsEdit,
  now: Date,
): Promise<Outcome<Clashes, 'not-found'>> {
  return onLead<Clashes, never>(
    viewer,
    ref,
    async (tx, leadId) => {
      const { title, person, personId } = await tx.lead.findUniqueOrThrow({
        where: { id: leadId },
        select: { title: true, personId: true, person: { select: { name: true, phone: true } } },
      })
      const held: Details = { title, ...person }
      const changed = detailFields.filter((field) => to[field] !== was[field] && to[field] !== held[field])
      const clashes = changed.filter((field) => held[field] !== was[field])
      if (clashes.length > 0) return done(Object.fromEntries(clashes.map((field) => [field, held[field]])))
      if (changed.length === 0) return done({})

      const { title: newTitle, ...newPerson } = to
      if (changed.includes('title'))
        await tx.lead.update({ where: { id: leadId }, data: { title: newTitle } })
      const ofPerson = changed.filter((field) => field !== 'title')
      if (ofPerson.length > 0) {
        await tx.person.update({
          where: { id: personId },
          data: Object.fromEntries(ofPerson.map((field) => [field, newPerson[field]])),
        })
      }
      for (const field of changed) if (field !== 'phone') await addToSearch(tx, leadId, to[field])
      await recordEvent(tx, {
        leadId,
        at: now,
        actorId: viewer.id,
        event: {
          kind: 'edited',
          changes: changed.map((field) => ({ field, from: held[field], to: to[field] })),
        },
      })
      return done({})
    },
    holdWithPerson,
  )
}
