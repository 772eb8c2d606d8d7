import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#app/env.server.ts'
import { singleton } from '#app/ops/singleton.server.ts'
import { PrismaClient, type Prisma } from '#app/prisma/client.ts'

/**
 * The database. Connections are made when first used. A visitor never waits longer than `statement_timeout` for one
 * statement, and `lock_timeout` keeps a queue for one calendar from becoming a queue for the whole pool.
 */
export const db = singleton('db', () => {
  const config = {
    connectionString: env.DATABASE_URL,
    max: 10,
    // Also how long a request waits for its turn when everybody wants the same time.
    connectionTimeoutMillis: 12_000,
    idleTimeoutMillis: 30_000,
    options:
      '-c statement_timeout=10000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=15000 -c TimeZone=UTC',
  }
  const adapter = new PrismaPg(config, { statementNameGenerator: ({ sql }) => statementName(sql) })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 12_000, timeout: 12_000 } })
})

/** In a statement: its values decide how it is done, so it is planned whenever it is asked. */
export const plannedEachTime = '/* planned each time */'

// Statements are few, but lists of values make more of them, and every connection remembers what it prepared.
const mostStatements = 500
const statementNames = new Map<string, string>()

/**
 * PostgreSQL plans a named statement a few times and then keeps the plan: half of what a short statement costs. Those
 * beyond the bound are planned each time.
 */
function statementName(sql: string): string {
  if (sql.includes(plannedEachTime)) return ''
  const known = statementNames.get(sql)
  if (known !== undefined) return known
  const name = statementNames.size < mostStatements ? `s${statementNames.size}` : ''
  if (name) statementNames.set(sql, name)
  return name
}

/** What runs inside `db.$transaction(async (tx) => …)`. Nothing is ever caught inside: Prisma would report success. */
export type Transaction = Prisma.TransactionClient & { $connect?: never }

/** Where only reading is done, inside a transaction or without one. */
export type Reader = Transaction | typeof db
