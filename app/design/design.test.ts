import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every component of ui/ is on the page of the design', () => {
  const page = readdirSync('app/design')
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(`app/design/${name}`, 'utf8'))
    .join('\n')

  const components = readdirSync('app/ui').filter((name) => /^[\w-]+\.tsx$/.test(name))

  expect(components.length).toBeGreaterThan(20)
  expect(components.filter((name) => !page.includes(`'#app/ui/${name}'`))).toEqual([])
})
