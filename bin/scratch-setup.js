/** Runs before each file of integration tests: a database of its own, and a configuration that no machine can change. */
import { afterAll, inject } from 'vitest'
import { scratchDatabase } from './scratch-database.js'

process.env.SCRATCH_TEMPLATE_URL = inject('scratchTemplateUrl')
const database = await scratchDatabase()

Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: database.url,
  SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  APP_URL: 'https://benchline.test',
  MAIL_FROM: 'hello@benchline.test',
  RATE_LIMITS: 'off',
  WORKER: 'off',
  LOG_LEVEL: 'silent',
  TRUST_PROXY: '0',
})
for (const name of ['PORT', 'HOST', 'SMTP_URL']) delete process.env[name]

afterAll(() => database.drop())
