/** The whole storm of 20,000 acts is `npm run bench -- storm`: it takes one to four minutes on two cores. */
import { expect, test } from 'vitest'
import { countUnfreed, findDamage, runStorm } from './storm-fixture.server.ts'

test('2,000 random reservations, bookings, moves and cancellations by 8 clients at once leave no overlap and nothing half done', async () => {
  const { outcomes, thrown, wrongs } = await runStorm({ acts: 2000, clients: 8 })

  const damage = await findDamage()
  const { free, unfreed } = await countUnfreed()
  expect(thrown).toEqual([])
  expect(wrongs).toEqual([])
  expect(Object.keys(damage)).toHaveLength(7)
  expect(Object.entries(damage).filter(([, count]) => count !== 0)).toEqual([])
  expect(unfreed).toBe(0)
  // It would have shown nothing if nobody had met anybody.
  const booked = ['book ok', 'book taken', 'move ok', 'move taken', 'move not-open', 'cancel ok']
  const held = [
    'hold ok',
    'hold taken',
    'book held ok',
    'reach ok',
    'reach taken',
    'extend',
    'release',
    'expire',
  ]
  const met = [...booked, ...held]
  expect(met.filter((each) => !outcomes.has(each))).toEqual([])
  expect(free).toBeGreaterThan(0)
}, 180_000)
