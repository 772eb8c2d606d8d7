import { expect, test } from 'vitest'
import { articleSchema } from '#app/articles/article.ts'
import { readContent } from '#app/ops/content-plugin.ts'
import { roleSchema } from '#app/roles/role.ts'
import { comparisonDraft, guideDraft, roleDraft } from '#bin/content-drafts.js'

const today = '2026-11-28'

test('a new role is a draft that says what is to be filled in, and has all that its schema asks for', () => {
  const source = roleDraft({ title: 'Site reliability engineer', today })

  const role = readContent({
    file: 'app/roles/content/site-reliability-engineer.md',
    source,
    schema: roleSchema,
  })

  expect(role).toMatchObject({
    slug: 'site-reliability-engineer',
    title: 'Site reliability engineer',
    plural: 'Site reliability engineers',
    status: 'draft',
  })
})

test('new articles are drafts of their kind, whatever is in their title', () => {
  const title = '"Scrum": what it is, and #1 of its faults'
  const shown = '“Scrum”: what it is, and #1 of its faults'

  const read = [comparisonDraft, guideDraft].map((draft) =>
    readContent({
      file: 'app/articles/content/scrum.md',
      source: draft({ title, today }),
      schema: articleSchema,
    }),
  )

  expect(read).toMatchObject([
    { kind: 'comparison', status: 'draft', title: shown },
    { kind: 'guide', status: 'draft', title: shown },
  ])
})

test('a draft that is published while something is still to be filled in is refused', () => {
  const source = roleDraft({ title: 'Cook', today }).replace('status: draft', 'status: published')

  expect(() => readContent({ file: 'app/roles/content/cook.md', source, schema: roleSchema })).toThrow(
    'still has a [TODO]',
  )
})
