/**
 * Prisma's adapter cuts a migration at every semicolon, which breaks function bodies and leaves half a migration behind
 * when a later piece fails. Here a script goes to PostgreSQL whole, and PostgreSQL runs it as one transaction.
 */
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { Client } from 'pg'

/** PostgreSQL's numbers for these types. */
const charType = 18
const textType = 25

/** @typedef {Awaited<ReturnType<PrismaPg['connect']>>} Connection */

export class WholeScripts extends PrismaPg {
  #databaseUrl
  /** @type {Connection[]} */
  #open = []

  /** @param {string} databaseUrl */
  constructor(databaseUrl) {
    super({ connectionString: databaseUrl, max: 2, allowExitOnIdle: true })
    this.#databaseUrl = databaseUrl
  }

  /** @override */
  async connect() {
    const connection = withWholeScripts(await super.connect())
    this.#open.push(connection)
    return connection
  }

  /** The engine leaves its connections open; a database can only be copied or dropped when nobody is in it. */
  async close() {
    const open = this.#open.splice(0)
    await Promise.all(open.map((connection) => connection.dispose()))
  }

  /**
   * A passing database in which the engine replays the migrations, to see what they make.
   *
   * @override
   */
  async connectToShadowDb() {
    const name = `shadow_${randomUUID().replaceAll('-', '')}`
    await administer(this.#databaseUrl, `CREATE DATABASE ${name}`)
    const url = new URL(this.#databaseUrl)
    url.pathname = `/${name}`
    const shadow = await new WholeScripts(url.href).connect()
    shadow.dispose = () => administer(this.#databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    this.#open.push(shadow)
    return shadow
  }
}

/**
 * What the adapter keeps to itself.
 *
 * @typedef {{ fields: { dataTypeID: number }[], rows: unknown[] }} RawResult
 * @typedef {{ onError(error: unknown): never, performIO(query: unknown): Promise<RawResult> }} Inner
 */

/** @param {Connection} connection */
function withWholeScripts(connection) {
  const inner = /** @type {Inner} */ (/** @type {unknown} */ (connection))
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      inner.onError(error)
    }
  }
  connection.queryRaw = queryWithCharacters(connection, inner)
  return connection
}

/**
 * The catalogue has columns of the internal type "char", which the adapter refuses to read: they are read as text, and
 * handed to the engine as the single characters that it expects.
 *
 * @param {Connection} connection
 * @param {Inner} inner
 * @returns {Connection['queryRaw']}
 */
function queryWithCharacters(connection, inner) {
  const queryRaw = connection.queryRaw
  return async (query) => {
    /** @type {number[]} */
    let characters = []
    const reader = Object.create(connection, {
      performIO: {
        value: async (/** @type {unknown} */ asked) => {
          const answer = await inner.performIO(asked)
          characters = answer.fields.flatMap((field, index) => (field.dataTypeID === charType ? [index] : []))
          for (const index of characters) Object.assign(answer.fields[index] ?? {}, { dataTypeID: textType })
          return answer
        },
      },
    })
    const result = await queryRaw.call(reader, query)
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

/** @param {string} databaseUrl @param {string} statement */
async function administer(databaseUrl, statement) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
