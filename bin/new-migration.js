/** `npm run new:migration -- NAME`: writes what schema.prisma says and the migrations do not make yet as a new migration. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from './prepare.js'
import { Refusal, run } from './refusal.js'

await run(async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Refusal('Name it like this: npm run new:migration -- add_lead_owner')

  await prepare({ build: false })
  const { startScratchServer } = await import('./scratch-database.js')
  const { diffSchema } = await import('./schema-diff.js')
  const { migrationsFolder } = await import('./schema-engine.js')

  const server = await startScratchServer()
  try {
    const sql = await diffSchema(server.templateUrl)
    if (sql === '') throw new Refusal('schema.prisma and the migrations agree: there is nothing to write.')
    const folder = join(
      migrationsFolder,
      `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`,
    )
    mkdirSync(folder)
    writeFileSync(join(folder, 'migration.sql'), sql)
    console.log(`Written: ${join(folder, 'migration.sql')}\nRead it and add by hand what Prisma cannot say.`)
  } finally {
    await server.stop()
  }
})
// The engine keeps a timer of ten seconds that nothing waits for.
process.exit()
