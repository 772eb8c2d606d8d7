import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findNotice, notices, noticeVersion } from './notice.ts'

const folder = 'app/marketing/notices'

/**
 * What people agreed to must not change under their names: a notice that was in force keeps its text to the letter. A new
 * one is a new file, and a new line here.
 */
const fingerprints: Record<string, string> = {
  '2026-11-22': '6eb8515e6e9106c7',
  '2026-11-28': '33718cacc8358a43',
  '2026-11-29': '8f44faee5f665ca4',
}

test('a notice that was in force keeps its text', () => {
  const found = notices.map(({ version }) => [version, fingerprintOf(version)])

  expect(Object.fromEntries(found)).toEqual(fingerprints)
})

test('every file is a version, the newest is in force, and each is found by its day', () => {
  const files = readdirSync(folder).map((name) => name.replace('.ts', ''))

  expect(notices.map(({ version }) => version)).toEqual(files.sort().reverse())
  expect(noticeVersion).toBe(files[0])
  expect(findNotice('2026-11-22')?.text.length).toBeGreaterThan(5)
  expect(findNotice('2020-01-01')).toBeNull()
  expect(findNotice(undefined)).toBeNull()
})

function fingerprintOf(version: string): string {
  return createHash('sha256')
    .update(readFileSync(`${folder}/${version}.ts`, 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex')
    .slice(0, 16)
}
