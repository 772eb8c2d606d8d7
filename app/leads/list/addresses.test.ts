import { expect, test } from 'vitest'
import { hrefOf, hrefWithout, queryOf } from './addresses.ts'
import { readLeadFilter } from './filter.ts'

const read = (address: string) => readLeadFilter(new URLSearchParams(address))

test('open leads without a filter say so, as an address that says nothing opens the reader’s own view', () => {
  expect(hrefOf('list', read(''))).toBe('/staff/leads?status=open')
  expect(hrefOf('board', read('status=open'))).toBe('/staff/leads/board?status=open')
  expect(queryOf(read(''))).toBe('status=open')
  expect(hrefWithout('list', read('owner=me'), 'owner')).toBe('/staff/leads?status=open')
})

test('without the status that was asked for every lead is shown', () => {
  expect(hrefWithout('list', read('status=won&owner=me'), 'status')).toBe('/staff/leads?status=any&owner=me')
  expect(hrefWithout('board', read(''), 'status')).toBe('/staff/leads/board?status=any')
})
