import { expect, test } from 'vitest'
import { contradictionsAmong, type Role, roleSchema } from './role.ts'
import { findRole, listRoles } from './roles.server.ts'

function backendDeveloper(): Role {
  const role = findRole('backend-developer')
  if (!role) throw new Error('the backend developer is gone')
  return role
}

test('the catalogue lists the developer before the engineer, as their order says', () => {
  const slugs = listRoles().map((role) => role.slug)

  expect(slugs.filter((slug) => slug.startsWith('backend-'))).toEqual([
    'backend-developer',
    'backend-engineer',
  ])
})

test('a role is found by its slug, and an unknown one is nothing', () => {
  expect(findRole('backend-engineer')?.title).toBe('Backend engineer')
  expect(findRole('backend-wizard')).toBeNull()
})

test('the text of a role arrives as HTML with headings that can be linked to', () => {
  const role = backendDeveloper()

  expect(role.headings[0]).toEqual({
    id: 'what-backend-development-covers',
    text: 'What backend development covers',
  })
  expect(role.body).toContain('<h2 id="what-backend-development-covers">')
})

test('the published roles do not contradict each other', () => {
  expect(contradictionsAmong(listRoles())).toEqual([])
})

test('a related role that does not exist is named with the role that asks for it', () => {
  const role = { ...backendDeveloper(), related: ['backend-wizard'] }

  expect(contradictionsAmong([role])).toEqual([
    `backend-developer: related role "backend-wizard" is not another role's file name`,
  ])
})

test('a role does not recommend itself', () => {
  const role = { ...backendDeveloper(), related: ['backend-developer'] }

  expect(contradictionsAmong([role])).toHaveLength(1)
})

test('two roles of one title are refused, whatever their capitals', () => {
  const role = { ...backendDeveloper(), related: [] }
  const twin = { ...role, slug: 'server-developer', title: 'Backend Developer' }

  expect(contradictionsAmong([role, twin])).toEqual([
    'server-developer: its title "Backend Developer" is already that of backend-developer',
  ])
})

test('a role updated before it was published is refused', () => {
  const checked = roleSchema.safeParse({
    ...backendDeveloper(),
    published: '2026-11-22',
    updated: '2026-11-21',
  })

  expect(checked.error?.issues).toMatchObject([{ path: ['updated'] }])
})

test('a field that the schema does not know is refused, so that a misspelt one is noticed', () => {
  const checked = roleSchema.safeParse({ ...backendDeveloper(), hirewhen: [] })

  expect(checked.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['hirewhen'] }])
})
