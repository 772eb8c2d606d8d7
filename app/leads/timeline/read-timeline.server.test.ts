import { addMinutes } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { readTimeline } from './read-timeline.server.ts'
import type { TimelineKind } from './timeline-kinds.ts'
import type { TimelinePlace } from './timeline-place.ts'

const now = new Date('2026-11-23T09:00:00Z')
let longLead: string

/** A call every minute, and a letter after each twentieth: 1,001 events and 50 letters. */
beforeAll(async () => {
  const { leadId } = await receiveLead({ at: now })
  longLead = leadId
  await db.letter.deleteMany()
  const at = (number: number) => addMinutes(now, number + 1)
  await db.leadEvent.createMany({
    data: Array.from({ length: 1000 }, (_, number) => ({
      ...{ leadId, at: at(number), kind: 'called' },
      detail: { words: `Call ${number}` },
    })),
  })
  await db.letter.createMany({
    data: Array.from({ length: 50 }, (_, number) => ({
      ...{ leadId, kind: 'lead-message', props: {}, to: 'dana@acme.example', state: 'sent' as const },
      ...{ dedupeKey: `letter ${number}`, messageId: `<${number}@firm.example>` },
      ...{ createdAt: at(number * 20), sentAt: at(number * 20) },
    })),
  })
})

async function allPages(kind: TimelineKind, leadId = longLead) {
  const pages: { entries: string[]; moments: number[] }[] = []
  let before: TimelinePlace | null = null
  do {
    const page = await readTimeline(leadId, { kind, before })
    const { events, letters }: typeof page = page
    pages.push({
      entries: [...events.map(({ id }) => `event ${id}`), ...letters.map(({ id }) => `letter ${id}`)],
      moments: [
        ...events.map(({ at }) => at),
        ...letters.map(({ sentAt, createdAt }) => sentAt ?? createdAt),
      ].map((at) => at.getTime()),
    })
    before = page.next
  } while (before)
  return pages
}

test('a lead with a thousand events is read 40 at a time, each event and letter once, the newest first', async () => {
  const pages = await allPages('all')

  const entries = pages.flatMap((page) => page.entries)
  expect(Math.max(...pages.map((page) => page.entries.length))).toBeLessThanOrEqual(40)
  expect(entries).toHaveLength(1051)
  expect(new Set(entries).size).toBe(1051)
  const edges = pages.flatMap(({ moments }) => [Math.max(...moments), Math.min(...moments)])
  expect(edges).toEqual(edges.toSorted((a, b) => b - a))
})

test('each kind has pages of its own, down to what began it', async () => {
  const count = async (kind: TimelineKind) => (await allPages(kind)).flatMap(({ entries }) => entries).length

  expect(await count('talk')).toBe(1000)
  expect(await count('letters')).toBe(50)
  expect(await count('inbound')).toBe(1)
})

test('a hundred events and a hundred letters of one moment are each shown once, events above letters', async () => {
  const { leadId } = await receiveLead({ at: now, email: 'bo@acme.example' })
  await db.letter.deleteMany({ where: { leadId } })
  const at = addMinutes(now, 1)
  const hundred = Array.from({ length: 100 }, (_, number) => number)
  await db.leadEvent.createMany({
    data: hundred.map((number) => ({
      ...{ leadId, at, kind: 'called' },
      detail: { words: `Call ${number}` },
    })),
  })
  await db.letter.createMany({
    data: hundred.map((number) => ({
      ...{ leadId, kind: 'lead-message', props: {}, to: 'bo@acme.example', state: 'sent' as const },
      ...{ dedupeKey: `at once ${number}`, messageId: `<at-once-${number}@firm.example>` },
      ...{ createdAt: at, sentAt: at },
    })),
  })

  const entries = (await allPages('all', leadId)).flatMap((page) => page.entries)

  expect(new Set(entries).size).toBe(201)
  expect(entries).toHaveLength(201)
  expect(entries.slice(0, 100).every((entry) => entry.startsWith('event'))).toBe(true)
  expect(entries.slice(100, 200).every((entry) => entry.startsWith('letter'))).toBe(true)
})

test('letters written at once stand in the order in which they go out, also when they are planned for later', async () => {
  const { leadId } = await receiveLead({ at: now, email: 'chen@acme.example' })
  await db.letter.deleteMany({ where: { leadId } })
  const planned = [30, 10, 20].map((minutes) => ({
    ...{ leadId, kind: 'lead-message', props: {}, to: 'chen@acme.example' },
    ...{ dedupeKey: `planned ${minutes}`, messageId: `<planned-${minutes}@firm.example>` },
    ...{ createdAt: now, runAt: addMinutes(now, minutes) },
  }))
  await db.letter.createMany({ data: planned })

  const { letters } = await readTimeline(leadId, { kind: 'letters', before: null })

  expect(letters.map(({ runAt }) => runAt)).toEqual([30, 20, 10].map((minutes) => addMinutes(now, minutes)))
})
