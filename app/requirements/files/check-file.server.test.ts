import { expect, test } from 'vitest'
import { checkFile } from './check-file.server.ts'
import { readFileName } from './file-name.ts'
import { goodFiles, hostileFiles } from './hostile-files.fixture.ts'

test('a document, a text and a list of points are taken for what they are', async () => {
  const checked = await Promise.all(goodFiles.map(checkFile))

  expect(checked.map((each) => (each.ok ? each.value.mediaType : each.reason))).toEqual([
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/plain',
    'text/markdown',
    'text/plain',
  ])
})

test('what is another type, locked, loaded, damaged, empty or too big is refused for just that', async () => {
  const found: [string, string][] = []
  for (const { name, content } of hostileFiles) {
    const checked = await checkFile({ name, content })
    found.push([name, checked.ok ? 'taken' : checked.reason])
  }

  expect(found).toEqual(hostileFiles.map(({ name, problem }) => [name, problem]))
})

test('a name is kept as one plain line without folders, and no longer than the table takes', () => {
  expect(readFileName('C:\\Users\\ann\\brief.pdf')).toEqual({
    ok: true,
    value: { name: 'brief.pdf', kind: 'pdf' },
  })
  expect(readFileName('../../\u202Efdp.brief\u0000.pdf')).toMatchObject({ value: { name: 'fdp.brief.pdf' } })
  const long = readFileName(`${'ü'.repeat(500)}.pdf`)
  expect(long.ok && [...long.value.name].length).toBe(120)
})
