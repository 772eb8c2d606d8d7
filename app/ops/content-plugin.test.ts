import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { content, readContent } from './content-plugin.ts'

const schema = z.strictObject({
  slug: z.string(),
  title: z.string().max(20),
  skills: z.array(z.string()).min(2),
  body: z.string(),
  headings: z.array(z.object({ id: z.string(), text: z.string() })),
})

function read(source: string) {
  return readContent({ file: 'app/roles/content/cook.md', source, schema })
}

test('a file becomes its fields, its slug, its text as HTML and the list of its headings', () => {
  const source = `---
title: Cook
skills: [heat, salt]
---
Feeds people.

## Fire & *smoke*

Both.
`

  expect(read(source)).toEqual({
    slug: 'cook',
    title: 'Cook',
    skills: ['heat', 'salt'],
    body: '<p>Feeds people.</p>\n<h2 id="fire-smoke">Fire &amp; <em>smoke</em></h2>\n<p>Both.</p>',
    headings: [{ id: 'fire-smoke', text: 'Fire & smoke' }],
  })
})

test('a missing field is named together with the file and the way to mend it', () => {
  expect(() => read('---\ntitle: Cook\n---\n')).toThrow(
    /^app\/roles\/content\/cook\.md cannot be used:\n {2}skills: .*expected array.* – add this field$/,
  )
})

test('a field that is too long is told how long it is', () => {
  const source = '---\ntitle: Cook of the whole great house\nskills: [heat, salt]\n---\n'

  expect(() => read(source)).toThrow('shorten it, it has 29 characters now')
})

test('every fault of a file is told at once', () => {
  const source = '---\ntitle: Cook of the whole great house\nskills: [heat]\nskils: []\n---\n'

  expect(() => read(source)).toThrow(/title: [^]*skills: [^]*add more[^]*"skils" – correct the spelling/)
})

test('a slug that differs from the file name is refused with the name to write', () => {
  const source = '---\nslug: kook\ntitle: Cook\nskills: [heat, salt]\n---\n'

  expect(() => read(source)).toThrow(`slug: is "kook" – write "cook", the file's name, or leave it out`)
})

test('front matter that is not YAML is refused with its line in the file', () => {
  const source = '---\ntitle: Cook\nskills: [heat, salt\n---\n'

  expect(() => read(source)).toThrow(/line [34]: .* – put a text with a colon or a # in quotes/)
})

test('a file without front matter is told how to begin', () => {
  expect(() => read('Feeds people.')).toThrow('begin the file with a line of ---')
})

test('a heading of the first level is left to the page, and a repeated one would share its address', () => {
  const front = '---\ntitle: Cook\nskills: [heat, salt]\n---\n'

  expect(() => read(`${front}# Cook`)).toThrow(`heading "Cook": a single # is the page's own – begin with ##`)
  expect(() => read(`${front}## Fire\n\n## Fire`)).toThrow('heading "Fire": is there twice – reword one')
})

test('a text that still says TODO does not go out', () => {
  expect(() => read('---\ntitle: Cook\nskills: [heat, salt]\n---\n[TODO] more')).toThrow('still has a [TODO]')
})

test('a build with a wrong file fails and says which file and field', async () => {
  const root = await mkdtemp(join(tmpdir(), 'content-plugin-'))
  await mkdir(join(root, 'kitchen'))
  await writeFile(join(root, 'kitchen/cook.md'), '---\ntitle: Cook\nskills: [heat]\n---\n')
  await writeFile(join(root, 'main.js'), `export { default } from './kitchen/cook.md'`)

  const built = build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [content({ kitchen: schema })],
    build: { ssr: 'main.js', write: false },
  })

  await expect(built).rejects.toThrow(/kitchen\/cook\.md cannot be used:\n {2}skills: /)
  await rm(root, { recursive: true })
})

test('each cell of a table knows the name of its column, for phones', () => {
  const front = '---\ntitle: Cook\nskills: [heat, salt]\n---\n'
  const { body } = z
    .object({ body: z.string() })
    .parse(read(`${front}| a | *the* "b" |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n`))

  expect(body).toContain('<table class="table-stack">')
  expect(body.match(/<td[^>]*>\d/g)).toEqual([
    '<td data-column="a">1',
    '<td data-column="the “b”">2',
    '<td data-column="a">3',
    '<td data-column="the “b”">4',
  ])
})
