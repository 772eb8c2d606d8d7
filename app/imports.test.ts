/**
 * The walls of the house, read from the import lines: which folder may know which, and what a file may touch by the
 * suffix of its name. A type is no dependency between business folders: it is gone when the program runs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

type Import = { from: string; to: string; isType: boolean }

const files = ['app', 'emails'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(tsx?|js)$/.test(path) && !path.startsWith('app/prisma/')),
)
const imports = files.flatMap(importsOf)
const ofProgram = imports.filter(({ from }) => !isForTests(from))

/** From each business folder, the ones below it that its files may import. Routes assemble, so they are free. */
const below: Record<string, readonly string[]> = {
  requirements: ['abuse', 'roles', 'leads', 'mail', 'emails'],
  contact: ['abuse', 'leads', 'mail', 'emails'],
  booking: ['abuse', 'consultations', 'calendars', 'slots', 'leads', 'mail', 'webhooks', 'emails'],
  abuse: [],
  // Reads and erases what all others keep.
  privacy: ['abuse', 'requirements', 'booking', 'leads', 'mail', 'emails'],
  consultations: ['calendars', 'slots', 'audit'],
  calendars: ['slots', 'audit'],
  slots: [],
  // Counts what the lists show.
  dashboard: ['booking', 'leads'],
  leads: ['audit', 'notifications', 'calendars', 'slots', 'mail', 'webhooks', 'emails'],
  mail: ['emails'],
  webhooks: ['audit'],
  marketing: ['search'],
  search: ['articles', 'pages', 'roles'],
  pages: [],
  seo: ['articles', 'pages', 'roles'],
  'shared-hours': [],
  design: [],
  articles: ['roles'],
  roles: [],
  // Who did what is written down from everywhere.
  audit: [],
  notifications: ['mail', 'emails'],
  tasks: ['leads', 'notifications', 'audit'],
  team: ['staff', 'audit', 'leads', 'tasks', 'booking', 'notifications', 'mail', 'emails'],
  staff: ['audit', 'mail', 'emails'],
}
const business = Object.keys(below)

/** What any folder may know: who is asking, the two ways on (a requirement, a call) that every text ends with, the page's head. */
const forAnyone = [
  'app/staff/viewer.server.ts',
  'app/marketing/calls.ts',
  'app/marketing/doors.tsx',
  'app/seo/head.ts',
  'app/seo/structured-data.ts',
]

/** Doors in the walls, each for a reason. One that is no longer used is to be walled up again. */
const doors = {
  // The home page and the texts show when the next call could be.
  'app/marketing/next-times.server.ts imports app/booking/picker/next-free-times.server.ts': 'folders',
  'app/marketing/next-times.server.ts imports app/booking/picker/visitor-clock.server.ts': 'folders',
  'app/marketing/next-times.server.ts imports app/booking/picker/visitor-zone.server.ts': 'folders',
  // Forms carry the version of the notice that they show.
  'app/requirements/known.server.ts imports app/marketing/notice.ts': 'folders',
  // Runs while the site is built, never in it.
  'app/ops/precompress-plugin.ts imports node:fs': 'suffix',
  'app/ops/precompress-plugin.ts imports node:path': 'suffix',
  'app/ops/precompress-plugin.ts imports node:zlib': 'suffix',
  'app/ops/small-modules-plugin.ts imports vite': 'suffix',
  'app/ops/content-plugin.ts imports node:path': 'suffix',
  'app/ops/content-plugin.ts imports marked': 'suffix',
  'app/ops/content-plugin.ts imports yaml': 'suffix',
}

test('the import lines are read: what this file itself imports is among them', () => {
  expect(imports).toContainEqual({ from: 'app/imports.test.ts', to: 'vitest', isType: false })
  expect(imports).toContainEqual({ from: 'app/root.tsx', to: 'app/site.ts', isType: false })
  expect(files.length).toBeGreaterThan(150)
})

test('business folders know each other in one direction only', () => {
  const wrong = ofProgram.filter(
    ({ from, to, isType }) =>
      !isType &&
      !mayAssemble(from) &&
      business.includes(folderOf(from)) &&
      [...business, 'emails'].includes(folderOf(to)) &&
      folderOf(to) !== folderOf(from) &&
      !below[folderOf(from)]?.includes(folderOf(to)) &&
      !forAnyone.includes(to),
  )

  expect(said(wrong).sort()).toEqual(doorsFor('folders'))
})

test('what everything stands on knows nothing of the business', () => {
  const wrong = ofProgram.filter(
    ({ from, to }) =>
      !business.includes(folderOf(from)) &&
      !mayAssemble(from) &&
      folderOf(from) !== 'emails' &&
      business.includes(folderOf(to)),
  )

  expect(said(wrong)).toEqual([])
})

test('letters are given plain values: they import nothing from the app', () => {
  const wrong = ofProgram.filter(({ from, to }) => folderOf(from) === 'emails' && to.startsWith('app/'))

  expect(said(wrong)).toEqual([])
})

test('a file without a suffix computes or renders, and imports only what does the same', () => {
  const wrong = ofProgram.filter(
    ({ from, to, isType }) => !isType && isPure(from) && !isPure(to) && !isFile(to),
  )

  expect(said(wrong).sort()).toEqual(doorsFor('suffix'))
})

test('a route is imported by nothing: only the router knows it', () => {
  const wrong = ofProgram.filter(({ to, isType }) => !isType && isRoute(to))

  expect(said(wrong)).toEqual([])
})

test('fixtures, tests and benches are imported by tests only', () => {
  const wrong = ofProgram.filter(({ to }) => isForTests(to))

  expect(said(wrong)).toEqual([])
})

function importsOf(path: string): Import[] {
  const source = readFileSync(path, 'utf8')
  const statements = source.matchAll(
    /^(?:import|export)\b(?:\s+(type)\b)?([^'"`;()=]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...statements].map(([, type, names = '', ...targets]) => ({
    from: path,
    to: resolved(path, targets.find(Boolean) ?? ''),
    isType: type !== undefined || isOnlyTypes(names),
  }))
}

/** `{ type A, type B }` imports nothing that exists when the program runs. */
function isOnlyTypes(names: string): boolean {
  const named = /^\s*\{([^}]*)\}\s*$/
    .exec(names)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  const given = named?.filter(Boolean) ?? []
  return given.length > 0 && given.every((name) => name.startsWith('type '))
}

/** A path from the root of the project, or the name of a package. */
function resolved(from: string, target: string): string {
  if (target.startsWith('.')) return join(dirname(from), target)
  return target.replace(/^#(app|emails|bin)\//, '$1/')
}

/** `booking` of `app/slots/slots.ts`; `emails`; '' for packages and for files that lie in `app` itself. */
function folderOf(path: string): string {
  const [first = '', second = '', ...more] = path.split('/')
  if (first === 'emails') return first
  return first === 'app' && more.length > 0 ? second : ''
}

function isRoute(path: string): boolean {
  return /\.route\.tsx?$/.test(path)
}

/** What puts the parts together at the top of the house. */
function isAssembler(path: string): boolean {
  return /^app\/(server\.server\.ts|root\.tsx|routes\.ts|entry\.\w+\.tsx)$/.test(path)
}

function mayAssemble(path: string): boolean {
  return isRoute(path) || isAssembler(path)
}

function isForTests(path: string): boolean {
  return /\.(test|bench)\.tsx?$|\.fixture\.tsx?$|-fixture\.server\.tsx?$/.test(path)
}

/** Packages that compute or render, the same in a browser and on a server. */
const purePackages =
  /^(zod|date-fns(\/.*)?|@date-fns\/tz|react|@remix-run\/react|@react-email\/components|ical-generator|ical\.js|uqr)$/

function isPure(path: string): boolean {
  if (!/^(app|emails)\//.test(path)) return purePackages.test(path)
  return !/\.server\.tsx?$/.test(path) && !mayAssemble(path) && !isForTests(path)
}

/** What the browser loads by its address: styles, fonts, small scripts. */
function isFile(path: string): boolean {
  return /\.(css|js|woff2)(\?url)?$/.test(path)
}

function said(wrong: Import[]): string[] {
  return wrong.map(({ from, to }) => `${from} imports ${to}`)
}

function doorsFor(wall: 'folders' | 'suffix'): string[] {
  return Object.entries(doors)
    .filter(([, of]) => of === wall)
    .map(([line]) => line)
    .sort()
}
