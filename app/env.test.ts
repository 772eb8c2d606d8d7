import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'

// The module reads the configuration of this very process once, when it is first imported.
vi.stubEnv('DATABASE_URL', 'postgresql://localhost/unused')
vi.stubEnv('SESSION_SECRET', 'only-for-tests-only-for-tests-only')
const { parseEnvironment } = await import('./env.server.ts')

const least = {
  DATABASE_URL: 'postgresql://user:password@localhost:5432/benchline',
  SESSION_SECRET: 'a secret of thirty-two characters',
}

/** Read by the tests and by nothing else. */
const forTests = ['CHROMIUM_PATH', 'TEST_DATABASE_URL']

test('.env.example names what the configuration reads, and nothing that it does not', () => {
  const schema = readFileSync('app/env.server.ts', 'utf8')
  const example = readFileSync('.env.example', 'utf8')

  const read = [...schema.matchAll(/^ {2}([A-Z_]+): z/gm)].map(([, name]) => name)
  const named = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name)

  expect(read).toContain('DATABASE_URL')
  expect(named.sort()).toEqual([...read, ...forTests].sort())
})

test('every variable of the example stands under a comment that says what it is', () => {
  const example = readFileSync('.env.example', 'utf8')

  const bare = [...example.matchAll(/(^|\n)(?<before>.*)\n(?:# )?(?<name>[A-Z_]+)=/g)]
    .filter(({ groups }) => !groups?.before?.startsWith('# '))
    .map(({ groups }) => groups?.name)

  expect(bare).toEqual([])
})

test('the example itself is a configuration that starts', () => {
  const example = readFileSync('.env.example', 'utf8')
  const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])

  expect(parseEnvironment({ ...Object.fromEntries(lines), ...least })).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    RATE_LIMITS: 'on',
  })
})

test('what is left out, or left empty, has a value that is safe', () => {
  const empty = { PORT: '', APP_URL: '', SMTP_URL: '', MAIL_FROM: '', TRUST_PROXY: '', RATE_LIMITS: '' }

  const environment = parseEnvironment({ ...least, ...empty })

  expect(environment).toEqual(parseEnvironment(least))
  expect(environment).toMatchObject({
    NODE_ENV: 'production',
    PORT: 3000,
    HOST: '127.0.0.1',
    APP_URL: 'http://localhost:3000',
    TRUST_PROXY: 0,
    WORKER: 'inline',
    RATE_LIMITS: 'on',
  })
})

test('the address of the site is an origin, whatever path was written behind it', () => {
  const { APP_URL } = parseEnvironment({ ...least, APP_URL: 'https://www.example.com/site/?a=b' })

  expect(APP_URL).toBe('https://www.example.com')
})

test('a new secret is written before the old one, and both are known', () => {
  const [fresh, old] = ['n'.repeat(32), 'o'.repeat(32)]

  const { SESSION_SECRETS } = parseEnvironment({ ...least, SESSION_SECRET: `${fresh}, ${old}` })

  expect(SESSION_SECRETS).toEqual([fresh, old])
})

test('a port that is no port stops the start with a line that names it', () => {
  expect(refusalOf({ PORT: '70000' })).toMatch(/^Configuration: PORT /)
  expect(refusalOf({ PORT: 'http' })).toMatch(/^Configuration: PORT /)
})

test('an address that is none stops the start with an example of one', () => {
  expect(refusalOf({ APP_URL: 'www.example.com' })).toContain('APP_URL must be an address such as https://')
  expect(refusalOf({ APP_URL: 'javascript:alert(1)' })).toContain(
    'APP_URL must be an address such as https://',
  )
  expect(refusalOf({ DATABASE_URL: 'mysql://localhost/x' })).toContain(
    'DATABASE_URL must be an address such as',
  )
  expect(refusalOf({ SMTP_URL: 'mail.example.com' })).toContain(
    'SMTP_URL must be an address such as smtps://',
  )
  expect(refusalOf({ MAIL_FROM: 'Benchline <hello@example.com>' })).toContain(
    'MAIL_FROM must be a plain e-mail',
  )
})

test('a secret that is short or missing stops the start without being shown', () => {
  expect(refusalOf({ SESSION_SECRET: 'hunter2' })).toContain('SESSION_SECRET must be 32 characters or more')
  expect(refusalOf({ SESSION_SECRET: 'hunter2' })).not.toContain('hunter2')
  expect(refusalOf({ SESSION_SECRET: `${'n'.repeat(32)},short` })).toContain('SESSION_SECRET must be 32')
  expect(refusalOf({ SESSION_SECRET: undefined })).toContain('SESSION_SECRET must be set')
})

test('a switch has its own words and no others', () => {
  expect(refusalOf({ RATE_LIMITS: 'yes' })).toMatch(/^Configuration: RATE_LIMITS .*"on"\|"off"/)
  expect(refusalOf({ WORKER: 'true' })).toMatch(/^Configuration: WORKER .*"inline"\|"off"/)
  expect(refusalOf({ CALENDAR_FEEDS_FROM: 'all' })).toMatch(
    /^Configuration: CALENDAR_FEEDS_FROM .*"public"\|"anywhere"/,
  )
  expect(refusalOf({ TRUST_PROXY: 'true' })).toContain('TRUST_PROXY must be the number of proxies in front')
  expect(refusalOf({ TRUST_PROXY: '-1' })).toMatch(/^Configuration: TRUST_PROXY /)
  expect(refusalOf({ LOG_LEVEL: 'loud' })).toMatch(/^Configuration: LOG_LEVEL /)
})

test('several mistakes are told at once, in one line', () => {
  const line = refusalOf({ PORT: 'x', SMTP_URL: 'x', WORKER: 'x' })

  expect(line).toMatch(/PORT .*; SMTP_URL .*; WORKER /)
  expect(line).not.toContain('\n')
})

/** The line that the person who starts the server reads. */
function refusalOf(changes: Record<string, string | undefined>): string {
  try {
    parseEnvironment({ ...least, ...changes })
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('The configuration was taken as it is')
}
