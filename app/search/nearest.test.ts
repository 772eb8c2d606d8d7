import { expect, test } from 'vitest'
import { nearestPages, wordsOfPath } from './nearest.ts'

const pages = [
  { href: '/hire/backend-developer', title: 'Backend developer', also: ['API developer', 'Python'] },
  { href: '/hire/backend-engineer', title: 'Backend engineer' },
  { href: '/hire/frontend-developer', title: 'Frontend developer', also: ['React developer'] },
  { href: '/pricing', title: 'What it costs', also: ['pricing'] },
]

function near(path: string): string[] {
  return nearestPages(path, pages).map(({ href }) => href)
}

test('a misspelt address leads to the role that was meant', () => {
  expect(near('/hire/backend-devloper')[0]).toBe('/hire/backend-developer')
  expect(near('/backend-enginer')[0]).toBe('/hire/backend-engineer')
})

test('an address in another order or from another site is understood', () => {
  expect(near('/roles/developers/back-end.html')[0]).toBe('/hire/backend-developer')
  expect(near('/hire-react-developers')[0]).toBe('/hire/frontend-developer')
})

test('a page that is none of the roles is found as well', () => {
  expect(near('/pricng')).toEqual(['/pricing'])
})

test('an address that is like nothing suggests nothing', () => {
  expect(near('/wp-login.php')).toEqual([])
  expect(near('/')).toEqual([])
  expect(near('/%E0%A4%A')).toEqual([])
})

test('what is put into the search is the words of the address, without its folders', () => {
  expect(wordsOfPath('/hire/back-end_developer.html')).toBe('back-end developer')
  expect(wordsOfPath('/guides/')).toBe('')
})
