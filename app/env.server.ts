/**
 * The configuration, read once. Every variable stands in .env.example with a comment; a wrong one stops the start
 * with one line that says which and why.
 */
import { z } from 'zod'
import { zodErrorLine } from '#app/ops/zod-error-line.ts'

const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value)

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
  APP_URL: z.preprocess(
    emptyIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://www.example.com' })
      .transform((url) => new URL(url).origin)
      .optional(),
  ),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address such as postgresql://user:password@host:5432/name',
  }),
  SMTP_URL: z.preprocess(
    emptyIsUnset,
    z
      .url({
        protocol: /^smtps?$/,
        error: 'must be an address such as smtps://user:password@mail.example.com',
      })
      .refine(hasReadableCredentials, 'has a user or password that is wrongly escaped: write a % as %25')
      .optional(),
  ),
  MAIL_FROM: z.preprocess(
    emptyIsUnset,
    z.email('must be a plain e-mail address such as hello@example.com').optional(),
  ),
  SESSION_SECRET: z
    .string('must be set: 32 characters or more, known to nobody')
    .refine((text) => secretsIn(text).every((secret) => secret.length >= 32), {
      error: 'must be 32 characters or more (to change it, write the new one before the old: new,old)',
    }),
  TRUST_PROXY: z.preprocess(
    emptyIsUnset,
    z.coerce.number('must be the number of proxies in front, such as 1').int().min(0).max(10).default(0),
  ),
  WORKER: z.preprocess(emptyIsUnset, z.enum(['inline', 'off']).default('inline')),
  CALENDAR_FEEDS_FROM: z.preprocess(emptyIsUnset, z.enum(['public', 'anywhere']).default('public')),
  WEBHOOKS_TO: z.preprocess(emptyIsUnset, z.enum(['public', 'anywhere']).default('public')),
  STOP_DELAY_SECONDS: z.preprocess(
    emptyIsUnset,
    z.coerce.number('must be a number of seconds, such as 5').int().min(0).max(60).default(0),
  ),
  RATE_LIMITS: z.preprocess(emptyIsUnset, z.enum(['on', 'off']).default('on')),
  LOG_LEVEL: z.preprocess(
    emptyIsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
})

function hasReadableCredentials(address: string): boolean {
  try {
    const { username, password } = new URL(address)
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

function secretsIn(text: string): string[] {
  return text.split(',').map((secret) => secret.trim())
}

export type Environment = Omit<
  z.infer<typeof environmentSchema>,
  'APP_URL' | 'MAIL_FROM' | 'SESSION_SECRET'
> & {
  /** The origin that links in letters start with, without a slash at the end. */
  APP_URL: string
  /** The address that letters come from; undefined uses the firm's own from app/site.ts. */
  MAIL_FROM: string | undefined
  /** The first signs, all of them verify: that is how a secret is changed without breaking links. */
  SESSION_SECRETS: readonly [string, ...string[]]
}

/** Reads the variables, or throws an Error whose message is one line for the person who starts the server. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(variables)
  if (!parsed.success) throw new Error(`Configuration: ${zodErrorLine(parsed.error)}`)

  const { SESSION_SECRET, APP_URL, ...rest } = parsed.data
  const [first = '', ...older] = secretsIn(SESSION_SECRET)
  return {
    ...rest,
    MAIL_FROM: rest.MAIL_FROM,
    APP_URL: APP_URL ?? `http://localhost:${rest.PORT}`,
    SESSION_SECRETS: [first, ...older],
  }
}

export const env: Environment = parseEnvironment(process.env)
