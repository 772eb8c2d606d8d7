import { expect, test } from 'vitest'
import { kitAsMarkdown, kitOf } from './kit.ts'
import { findRole, listRoles } from './roles.server.ts'

function developersKit() {
  const role = findRole('backend-developer')
  if (!role) throw new Error('the backend developer is gone')
  return { role, kit: kitOf(role) }
}

test('the kit asks every interview question of the role, with room for a score', () => {
  const { role, kit } = developersKit()
  const markdown = kitAsMarkdown(kit)

  expect(role.interview.filter(({ q, shows }) => !markdown.includes(q) || !markdown.includes(shows))).toEqual(
    [],
  )
  expect(markdown.match(/Score: 1/g)).toHaveLength(role.interview.length)
})

test('the job description leaves open, in brackets, what only the reader knows', () => {
  const [description] = developersKit().kit.parts

  expect(description?.text).toContain('[your product, in one sentence]')
  expect(description?.text).toContain('a backend developer')
})

test('a role that writes no code has a first week of its own, and not the one of a developer', () => {
  const designer = findRole('ui-ux-designer')
  if (!designer) throw new Error('the designer is gone')

  const week = kitAsMarkdown(kitOf(designer)).split('## The first week')[1] ?? ''

  expect(week).toContain('- [ ] A named account for each system')
  expect(week).toContain('- [ ] Day 5: ')
  expect(week).not.toContain('repository')
  expect(kitAsMarkdown(developersKit().kit)).toContain('- [ ] The repository')
})

test('every role has a kit whose Markdown has no empty heading', () => {
  const empty = listRoles().filter((role) => /###[^\n]*\n\n(#|$)/.test(kitAsMarkdown(kitOf(role))))

  expect(empty.map(({ slug }) => slug)).toEqual([])
})
