import { expect, test } from 'vitest'
import { checkFile } from './check-file.server.ts'
import { hostileFiles } from './hostile-files.fixture.ts'
import { readUpload } from './read-upload.server.ts'

test('a form and its file arrive as they were sent', async () => {
  const upload = await readUpload(requestOf([field('stage', 'idea'), file('Größe.txt', 'Two people')]))

  expect(upload.form.get('stage')).toBe('idea')
  expect(upload.file?.name).toBe('Größe.txt')
  expect(upload.file?.content.toString()).toBe('Two people')
  expect(upload.problem).toBeNull()
})

test('a file field that was left alone is no file', async () => {
  const upload = await readUpload(requestOf([field('stage', 'idea'), file('', '')]))

  expect(upload).toMatchObject({ file: null, problem: null })
})

test('a body that ends too early keeps the fields that came, and says that the file did not', async () => {
  const whole = bodyOf([field('stage', 'idea'), file('brief.txt', 'x'.repeat(1000))])
  const upload = await readUpload(posted(whole.subarray(0, whole.length - 400)))

  expect(upload.form.get('stage')).toBe('idea')
  expect(upload).toMatchObject({ file: null, problem: 'not-uploaded' })
})

test('twenty thousand fields, two files and a file without end are let go as they come', async () => {
  const fields = Array.from({ length: 20_000 }, (_, index) => field(`a${index}`, 'x'))
  const many = await readUpload(requestOf(fields))
  const two = await readUpload(requestOf([file('a.txt', 'a'), file('b.txt', 'b')]))
  const endless = await readUpload(requestOf([file('a.pdf', 'x'.repeat(6_000_000))]))

  expect([many.problem, two.problem, endless.problem]).toEqual(['not-uploaded', 'several', 'too-big'])
  expect([...many.form].length).toBeLessThanOrEqual(80)
  expect(endless.file).toBeNull()
})

test('hostile files one after the other leave less than 50 MB behind', async () => {
  const bodies = hostileFiles.map(({ name, content }) => bodyOf([file(name, content)]))
  await Promise.all(bodies.slice(0, 3).map((body) => readUpload(posted(body))))
  const before = memoryNow()

  let most = 0
  let taken = 0
  for (const body of [...bodies, ...bodies]) {
    const upload = await readUpload(posted(body))
    if (upload.file && (await checkFile(upload.file)).ok) taken++
    most = Math.max(most, memoryNow() - before)
  }

  expect(taken).toBe(0)
  expect(most / 1024 / 1024).toBeLessThan(50)
})

/** What the program itself holds; pages that the allocator keeps for later are not counted. */
function memoryNow(): number {
  globalThis.gc?.()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

function field(name: string, value: string): Buffer {
  return Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
}

function file(name: string, content: string | Buffer): Buffer {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')])
}

function bodyOf(parts: readonly Buffer[]): Buffer<ArrayBuffer> {
  return Buffer.concat([...parts, Buffer.from('--b--\r\n')])
}

function requestOf(parts: readonly Buffer[]): Request {
  return posted(bodyOf(parts))
}

function posted(body: Buffer<ArrayBuffer>): Request {
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  return new Request('http://localhost/start/work', { method: 'POST', headers, body })
}
