/** Runs before each file of integration tests: a database of its own, and a configuration that no machine can change. */
import { afterAll, inject } from 'vitest'
import { scratchDatabase } from './scratch-database.js'
import { useScratchEnvironment } from './scratch-environment.js'

process.env.SCRATCH_TEMPLATE_URL = inject('scratchTemplateUrl')
// Files share the modules of a process, and so its one `db`.
const database = await scratchDatabase({ sameAddress: true })
useScratchEnvironment(database.url)

afterAll(() => database.drop())
