import { hostileFiles } from '../app/requirements/files/hostile-files.fixture.ts'
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
  const crowd = Array.from(
    { length: 20_000 },
    (_, index) => `--b\r\nContent-Disposition: form-data; name="a${index}"\r\n\r\nx\r\n`,
  ).join('')
  const statuses = [
    (await raw(head)).status,
    (await raw(`${crowd}--b--\r\n`)).status,
    (await raw(`${head}${'x'.repeat(7_000_000)}\r\n--b--\r\n`)).status,
    (await send('/start')).status,
  ]

  expect(statuses).toEqual([422, 422, 413, 200])
})

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
