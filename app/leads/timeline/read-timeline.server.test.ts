import { addMinutes } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { readTimeline } from './read-timeline.server.ts'
import type { TimelineKind } from './timeline-kinds.ts'

const now = new Date('2026-11-23T09:00:00Z')
let leadId: string

/** A call every minute, and a letter after each twentieth: 1,001 events and 50 letters. */
beforeAll(async () => {
  leadId = (await receiveLead({ at: now })).leadId
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

async function allPages(kind: TimelineKind) {
  const pages: { entries: string[]; moments: number[] }[] = []
  let before: Date | null = null
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
  expect(Math.max(...pages.map((page) => page.entries.length))).toBeLessThanOrEqual(41)
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
