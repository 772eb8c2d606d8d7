import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import site from '../routes.ts'
import { byBeginning } from './routes-in-reach.ts'

type Route = {
  id: string
  parentId: string | undefined
  path: string | undefined
  index: boolean | undefined
}

const routes = Object.fromEntries(flat(site, 'root').map((route) => [route.id, route]))
routes.root = { id: 'root', parentId: undefined, path: '', index: undefined }
const inReach = byBeginning(routes, (some) => some)

const word = fc.constantFrom('x', 'new', 'Staff', 'LEADS', 'api', 'book', '', '__proto__', '_root')
/** An address of some route, more often than not with a wrong word in it. */
const addresses = fc
  .tuple(fc.constantFrom(...Object.keys(routes)), fc.array(fc.tuple(fc.nat(4), word), { maxLength: 2 }))
  .map(([id, changes]) => {
    const words = addressOf(id).split('/')
    for (const [place, changed] of changes) words[place + 1] = changed
    return words.join('/')
  })

test('an address means the same route among those in its reach as among all', () => {
  const all = treeOf(routes)
  const met = new Set<string | undefined>()

  fc.assert(
    fc.property(addresses, (asked) => {
      const among = namesOf(matchRoutes(all, asked))
      for (const id of among) met.add(id)

      expect(namesOf(matchRoutes(treeOf(inReach(asked)), asked))).toEqual(among)
    }),
    { numRuns: 600 },
  )

  expect(met.size).toBeGreaterThan(Object.keys(routes).length / 2)
}, 30_000)

test('of every route at least one address is in reach', () => {
  for (const [id, { path }] of Object.entries(routes)) {
    if (!path || path === '*') continue
    expect(Object.keys(inReach(addressOf(id)))).toContain(id)
  }
})

test('an address leaves a few routes of many', () => {
  const count = (asked: string) => Object.keys(inReach(asked)).length

  expect(count('/api/availability')).toBeLessThan(8)
  expect(count('/staff/leads/L-1')).toBeLessThan(20)
  expect(count('/book.data')).toBe(count('/book'))
})

test('whichever words of the site somebody pairs, no more is made than it has routes', () => {
  const words = [...new Set(Object.keys(routes).flatMap((id) => addressOf(id).split('/')))]
  let made = 0
  const counted = byBeginning(routes, () => ({ number: ++made }))

  for (const first of words) for (const second of words) counted(`/${first}/${second}`)

  expect(words.length ** 2).toBeGreaterThan(5000)
  expect(made).toBeLessThan(Object.keys(routes).length)
})

test('a route with capitals in its path is in reach in any spelling', () => {
  const reach = byBeginning({ one: { id: 'one', path: 'Old/Page' } }, Object.keys)

  expect([reach('/old/page'), reach('/Old/Page.data'), reach('/old/other')]).toEqual([['one'], ['one'], []])
})

function flat(entries: readonly RouteConfigEntry[], parentId: string, prefix = ''): Route[] {
  return entries.flatMap(({ file, id = `${prefix}${file}`, path, index, children = [] }) => [
    { id, parentId, path, index },
    ...flat(children, id, prefix),
  ])
}

type Tree = NonNullable<Parameters<typeof matchRoutes>[0]>

function treeOf(some: Record<string, Route>, parentId?: string): Tree {
  return Object.values(some).flatMap((route) => {
    if (route.parentId !== parentId) return []
    const { id, path, index } = route
    if (index) return { id, index: true as const }
    return { id, ...(path !== undefined && { path }), children: treeOf(some, id) }
  })
}

function namesOf(matches: ReturnType<typeof matchRoutes>): (string | undefined)[] {
  return (matches ?? []).map(({ route }) => route.id)
}

function addressOf(id = 'root'): string {
  const path = lineOf(id).flatMap((each) => each.path || [])
  return `/${path.join('/')}`.replaceAll(/:\w+\??/g, 'some-name').replace('*', 'nothing/here')
}

function lineOf(id: string): Route[] {
  const route = routes[id]
  if (!route) return []
  return [...(route.parentId ? lineOf(route.parentId) : []), route]
}
