/** The storm of storm.server.test.ts at its full length: no overlap after 20,000 random acts by 8 clients. */
import { db } from '#app/db.server.ts'
import { countUnfreed, findDamage, runStorm } from './storm-fixture.server.ts'

export default async function bench(print: (line: string) => void): Promise<void> {
  const acts = 20_000
  const started = performance.now()
  const { outcomes, thrown, wrongs } = await runStorm({ acts, clients: 8 })
  const seconds = (performance.now() - started) / 1000

  print(
    `storm: ${acts} acts by 8 clients in ${seconds.toFixed(0)} s, ${(acts / seconds).toFixed(0)} a second`,
  )
  for (const [came, times] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
    print(`  ${came.padEnd(32)} ${times}`)
  const damage = {
    thrown: thrown.length,
    'reservations wronged': wrongs.length,
    ...(await findDamage()),
    ...(await countUnfreed()),
  }
  for (const [what, count] of Object.entries(damage)) print(`  ${what.padEnd(32)} ${count}`)
  await db.$disconnect()

  const { free, ...wrong } = damage
  if (free === 0 || Object.values(wrong).some((count) => count > 0)) throw new Error('The storm did damage.')
}
