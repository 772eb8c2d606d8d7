/** `npm test`: everything that can be checked, from a bare clone, ending with one line: N passed, N failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, prepare } from './prepare.js'
import { Refusal, run } from './refusal.js'

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { name: string }} Result
 * @typedef {{ name: string, command: string[], env?: Record<string, string>, count(report: string, succeeded: boolean): Count }} Stage
 *   `count` reads what the stage reported to the file `report`.
 */

const local = (/** @type {string} */ path) => [process.execPath, join('node_modules', path)]

/** @type {(name: string, script: string) => Stage} */
const check = (name, script) => ({
  name,
  command: ['npm', 'run', '--silent', script],
  count: (_report, succeeded) => ({ passed: Number(succeeded), failed: Number(!succeeded) }),
})

/** Only the browser tests need it. */
const build = check('Build', 'build')

/** @type {(name: string, choice: string[], env?: Record<string, string>) => Stage} */
const vitest = (name, choice, env = {}) => ({
  name,
  command: [...local('vitest/vitest.mjs'), 'run', ...choice, '--reporter=default', '--reporter=json'],
  env: { ...env, NODE_ENV: 'test', NO_COLOR: '1' },
  count: countVitest,
})

/** @type {(zone: string) => Stage} */
const unit = (zone) => vitest(`Unit tests, TZ=${zone}`, ['--project=unit'], { TZ: zone })

/**
 * Each part has a database server of its own. Whole they would be the last to end, with one processor, while the other has
 * nothing left to do.
 *
 * @type {(part: number, parts: number) => Stage}
 */
const integration = (part, parts) =>
  vitest(`Integration tests, part ${part} of ${parts}`, ['--project=integration', `--shard=${part}/${parts}`])

/** @type {(chromium: string) => Stage} */
const browser = (chromium) => ({
  name: 'Browser tests',
  command: [
    ...local('@playwright/test/cli.js'),
    'test',
    '--config=e2e/playwright.config.ts',
    '--reporter=list,json',
  ],
  env: { CHROMIUM_PATH: chromium, NO_COLOR: '1' },
  count: countPlaywright,
})

await run(async () => {
  const started = Date.now()
  await prepare({ build: false })
  const reports = mkdtempSync(join(tmpdir(), 'test-reports-'))
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

  // The longest first: whatever is left at the end is short.
  const results = await twoAtATime(reports, [
    integration(1, 2),
    integration(2, 2),
    check('Type check', 'typecheck'),
    build,
    check('Lint', 'lint'),
    ...['UTC', 'America/New_York', 'Australia/Sydney'].map(unit),
  ])
  // Alone, because browsers that wait for a busy machine are the commonest false alarm.
  const isBuilt = results.some(({ name, failed }) => name === build.name && failed === 0)
  results.push(await performInBrowser(isBuilt, reports))

  const sum = (/** @type {'passed' | 'failed'} */ kind) =>
    results.reduce((total, each) => total + each[kind], 0)
  const failing = results.filter((each) => each.failed > 0).map((each) => each.name)
  console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`)
  if (failing.length > 0) console.log(`Failing, shown above: ${failing.join('; ')}`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  if (failing.length > 0) process.exitCode = 1
})

/**
 * Without a build or a browser the rest was still worth running, but the whole has failed.
 *
 * @param {boolean} isBuilt
 * @param {string} reports
 */
async function performInBrowser(isBuilt, reports) {
  const { findChromium } = await import('./chromium.js')
  try {
    if (!isBuilt) throw new Refusal('The browser tests need the site, which was not built.')
    return await perform(browser(await findChromium()), reports)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.log(`✗ ${error.message}`)
    return { name: 'Browser tests', passed: 0, failed: 1 }
  }
}

/** @param {string} reports @param {Stage[]} stages @returns {Promise<Result[]>} */
async function twoAtATime(reports, stages) {
  const waiting = [...stages]
  /** @type {Result[]} */
  const results = []
  const work = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      results.push(await perform(stage, reports))
  }
  await Promise.all([work(), work()])
  return results
}

/** @param {Stage} stage @param {string} reports @returns {Promise<Result>} */
async function perform(stage, reports) {
  const started = Date.now()
  const report = join(reports, `${stage.name.replace(/\W+/g, '-')}.json`)
  const [program = '', ...words] = stage.command
  const toFile = words.some((word) => word.includes('vitest')) ? [`--outputFile.json=${report}`] : []
  const { code, output } = await execute(program, [...words, ...toFile], {
    ...stage.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const count = honest(stage.count(report, code === 0), code)

  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  if (count.failed > 0) console.log(`\n${output.trimEnd()}\n`)
  console.log(
    `${count.failed > 0 ? '✗' : '✓'} ${stage.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  )
  // What a test met, so that who reads the run sees how much it has shown.
  for (const [, note] of output.matchAll(/^note: (.*)$/gm)) console.log(`  ${note}`)
  return { name: stage.name, ...count }
}

/**
 * A stage that crashed, or that ran nothing, has failed, whatever its report says.
 *
 * @param {Count} count
 * @param {number | null} code
 * @returns {Count}
 */
function honest(count, code) {
  const nothingRan = count.passed + count.failed === 0
  const crashed = code !== 0 && count.failed === 0
  return nothingRan || crashed ? { ...count, failed: count.failed + 1 } : count
}

/** A skipped test counts as failed, and so does a file that could not even be read. @param {string} report @returns {Count} */
function countVitest(report) {
  const found = readReport(report)
  if (!found) return { passed: 0, failed: 1 }
  const brokenFiles = found.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  ).length
  const skipped = found.numPendingTests + found.numTodoTests
  return { passed: found.numPassedTests, failed: found.numFailedTests + skipped + brokenFiles }
}

/** @param {string} report @returns {Count} */
function countPlaywright(report) {
  const found = readReport(report)
  if (!found) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = found.stats
  return { passed: expected, failed: unexpected + flaky + skipped + found.errors.length }
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
