/**
 * What the public pages cost: a page from memory beside a bare server that sends the same bytes, a role's page with all that
 * it brings, and Lighthouse's marks for a phone. The ratio is what survives a slower machine.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { freePort, startSite } from '#bin/site-process.js'
import { markPage, measureLoad, openBrowser } from './browser.fixture.ts'
import { answersPerSecond } from './hammer.fixture.ts'

const rounds = 5
const lighthouseRuns = 3
const rolePage = '/hire/backend-developer'
const marked = ['/', rolePage, '/compare/backend-developer-vs-backend-engineer', '/book', '/start']

export default async function bench(print: (line: string) => void): Promise<void> {
  const site = await startSite({ port: await freePort(), databaseUrl: env.DATABASE_URL })
  try {
    for (const path of [rolePage, '/guides']) print(await compareWithBare(site.url + path))
    await measureInBrowser(site.url, print)
  } finally {
    await site.stop()
    await db.$disconnect()
  }
}

async function compareWithBare(url: string): Promise<string> {
  const bare = await startBare(url)
  const best = { page: 0, bare: 0 }
  for (let round = 0; round < rounds; round++) {
    best.bare = Math.max(best.bare, await answersPerSecond(bare.url, 1))
    best.page = Math.max(best.page, await answersPerSecond(url, 1))
  }
  bare.stop()
  const ratio = (best.page / best.bare).toFixed(2)
  return `pages: ${new URL(url).pathname} from memory, ${bare.bytes} bytes: ${best.page.toFixed(0)} requests/s, a bare node:http server ${best.bare.toFixed(0)}, ratio ${ratio}`
}

/** A process of its own that answers with the same headers and bytes. */
async function startBare(url: string) {
  const answer = await fetchPacked(url)
  const child = spawn(process.execPath, ['bin/bare-server.js'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(answer))
  const [port] = await once(child.stdout, 'data')
  return {
    url: `http://127.0.0.1:${String(port).trim()}/`,
    bytes: Buffer.from(answer.body, 'base64').length,
    stop: () => child.kill(),
  }
}

/** As the bytes come, which `fetch` would unpack. */
function fetchPacked(url: string): Promise<{ headers: string[]; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const headers = answer.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 && !/^(date|connection|keep-alive)$/i.test(name) ? [name, all[index + 1] ?? ''] : [],
      )
      buffer(answer).then((body) => resolve({ headers, body: body.toString('base64') }), reject)
    }).on('error', reject)
  })
}

async function measureInBrowser(origin: string, print: (line: string) => void): Promise<void> {
  const { browser, debugPort } = await openBrowser()
  try {
    for (const path of marked) {
      const { bytes, requests, thirdParty, shift } = await measureLoad(browser, origin + path)
      print(
        `pages: ${path}: ${(bytes / 1000).toFixed(1)} kB in ${requests} requests, ${thirdParty} of them to others, layout shift ${shift.toFixed(3)}`,
      )
    }
    for (const path of marked) {
      const { marks, below, machine } = await markPage(origin + path, debugPort, lighthouseRuns)
      const said = Object.entries(marks).map(([name, mark]) => `${name} ${mark}`)
      print(
        `pages: ${path}: ${said.join(', ')} (Lighthouse, mobile, median of ${lighthouseRuns}, on a machine of ${machine})`,
      )
      for (const audit of below) print(`         ${audit}`)
    }
  } finally {
    await browser.close()
  }
}
