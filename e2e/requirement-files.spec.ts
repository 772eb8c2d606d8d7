import { execFileSync } from 'node:child_process'
import { freePort, startSite } from '../bin/site-process.js'
import { goodFiles, hostileFiles } from '../app/requirements/files/hostile-files.fixture.ts'
import { fileProblemWords } from '../app/requirements/files/file-problem.ts'
import { expect, test } from './fixtures.ts'
import { newMarker, originOfSite, send, stepFieldsOf } from './samples.ts'

test('hostile files are refused in words of their own, with everything that was typed', async () => {
  const marker = newMarker()
  const wrong: string[] = []
  for (const { name, content, problem } of hostileFiles) {
    const answer = await upload(marker, new File([content], name))
    const html = await answer.text()
    const said = html.split('id="file-error"')[1]?.split('</p>')[0] ?? ''
    const isKept = html.includes(`Said by ${marker}`)
    if (answer.status !== 422 || !said.includes(fileProblemWords[problem]) || !isKept) {
      wrong.push(`${name}: ${answer.status}, ${said.slice(0, 120)}, kept: ${isKept}`)
    }
  }

  expect(wrong).toEqual([])
})

test('a body that is cut off, crowded or larger than may be is refused, and the server goes on', async () => {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
  const statuses = [
    (await raw(head)).status,
    (await raw(crowd)).status,
    (await raw(`${head}${'x'.repeat(7_000_000)}\r\n--b--\r\n`)).status,
    // A photograph of a screen, say: the words must reach whoever is still sending.
    (await raw(`${head}${'x'.repeat(30_000_000)}\r\n--b--\r\n`)).status,
    (await send('/start')).status,
  ]

  expect(statuses).toEqual([422, 422, 413, 413, 200])
})

test('hostile uploads one after the other leave the process less than 50 MB larger', async () => {
  test.setTimeout(180_000)
  const site = await startSite({ port: await freePort(), databaseUrl: process.env.SITE_DATABASE_URL ?? '' })
  const post = (body: BodyInit, type?: string) =>
    fetch(`${site.url}/start/work`, {
      method: 'POST',
      headers: { origin: site.url, ...(type && { 'content-type': type }) },
      body,
    })
  // What every process takes once, with its first forms and files, is none of theirs.
  for (const file of [...goodFiles, ...goodFiles]) await (await post(formWith(file))).text()
  const before = megabytesOf(site.pid)

  const statuses: number[] = []
  let most = before
  for (const file of [...hostileFiles, ...hostileFiles]) {
    statuses.push((await post(formWith(file))).status)
    most = Math.max(most, megabytesOf(site.pid))
  }
  for (let sent = 0; sent < 3; sent++)
    statuses.push((await post(crowd, 'multipart/form-data; boundary=b')).status)
  const after = megabytesOf(site.pid)
  await site.stop()
  console.log(
    `note: uploads: ${statuses.length} hostile ones, ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most, ${after.toFixed(0)} MB after`,
  )

  expect(new Set(statuses)).toEqual(new Set([422]))
  expect(after - before).toBeLessThan(50)
})

const crowd = `${Array.from(
  { length: 20_000 },
  (_, index) => `--b\r\nContent-Disposition: form-data; name="a${index}"\r\n\r\nx\r\n`,
).join('')}--b--\r\n`

function formWith({ name, content }: { name: string; content: Buffer<ArrayBuffer> }): FormData {
  const form = new FormData()
  form.append('file', new File([content], name))
  return form
}

/** What the process holds in memory, as the system sees it. */
function megabytesOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}

function upload(marker: string, file: File): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(stepFieldsOf(marker).work ?? {})) form.append(name, value)
  form.append('file', file)
  return send('/start/work', { method: 'POST', headers: { origin: originOfSite() }, body: form })
}

function raw(body: string): Promise<Response> {
  return send('/start/work', {
    method: 'POST',
    headers: { origin: originOfSite(), 'content-type': 'multipart/form-data; boundary=b' },
    body,
  })
}
