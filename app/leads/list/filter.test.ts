import { expect, test } from 'vitest'
import { chipsOf } from './filter-words.ts'
import {
  columnsOf,
  isFiltered,
  readLeadFilter,
  sortOf,
  statusesOf,
  usualColumns,
  writeLeadFilter,
} from './filter.ts'

const read = (address: string) => readLeadFilter(new URLSearchParams(address))
const again = (address: string) => new URLSearchParams(writeLeadFilter(read(address))).toString()

test('an address that is read and written is the same address', () => {
  const address =
    'q=acme&status=new,contacted&owner=me,unassigned&source=booking&role=backend-developer&skill=c%2B%2B&tag=key+account&archived=any' +
    '&created=30d&activity=2026-11-01..&late=response&stale=1&reached=qualified&lost=budget,other&answer=1h,waiting&sort=created&columns=status,owner'

  expect(decodeURIComponent(again(address))).toBe(decodeURIComponent(address))
})

test('what is unknown is left out and the rest still counts', () => {
  expect(again('status=new,nonsense&owner=%3Cscript%3E&created=soon&sort=title&after=x&more=1')).toBe(
    'status=new',
  )
})

test('a form that sends a name once for each box means the same as one list', () => {
  expect(again('status=new&status=won')).toBe('status=new%2Cwon')
})

test('two fields of dates become one span', () => {
  expect(decodeURIComponent(again('createdFrom=2026-11-01&createdUntil=2026-11-30'))).toBe(
    'created=2026-11-01..2026-11-30',
  )
  expect(again('createdFrom=&createdUntil=')).toBe('')
})

test('a list shows open leads, a search looks through all', () => {
  expect(statusesOf(read(''))).toEqual(['new', 'contacted', 'qualified', 'proposed', 'interviewing'])
  expect(statusesOf(read('q=acme'))).toBeNull()
  expect(statusesOf(read('q=acme&status=open'))).toHaveLength(5)
  expect(statusesOf(read('status=any'))).toBeNull()
  expect(statusesOf(read('archived=1'))).toBeNull()
  expect(statusesOf(read('status=won'))).toEqual(['won'])
})

test('all open statuses are what a list shows unasked, and beside words they are said in one', () => {
  expect(again('status=open')).toBe('')
  expect(again('status=new,contacted,qualified,proposed,interviewing&source=booking')).toBe('source=booking')
  expect(again('q=acme&status=interviewing,proposed,qualified,contacted,new')).toBe('q=acme&status=open')
})

test('a form with no status ticked asks for any, and with some for those', () => {
  expect(read('status=any&source=booking').status).toBe('any')
  expect(read('status=any&status=new&status=won').status).toEqual(['new', 'won'])
})

test('what is late comes in the order of how late it is, and what came in some days by when, unless another order is asked for', () => {
  expect(sortOf(read('late=response'))).toBe('response')
  expect(sortOf(read('late=action'))).toBe('next')
  expect(sortOf(read('late=action&sort=created'))).toBe('created')
  expect(sortOf(read(''))).toBe('activity')
  expect(sortOf(read('created=30d'))).toBe('created')
})

test('columns stand in one order, whatever the order they were asked for in', () => {
  expect(columnsOf(read('columns=owner,status'))).toEqual(['status', 'owner'])
  expect(columnsOf(read(''))).toEqual(usualColumns)
})

test('an order that leaves leads out is said as a chip, unless the filter says it already', () => {
  const chips = (address: string) =>
    chipsOf(read(address), { owners: new Map(), role: (slug) => slug }).map(
      ({ name, value }) => `${name} ${value}`,
    )

  expect(chips('status=any&sort=next')).toEqual(['sort those with a next action'])
  expect(chips('status=any&sort=response')).toEqual(['sort those that wait for an answer'])
  expect(chips('status=any&sort=next&late=action')).toEqual(['late next action'])
  expect(chips('status=any&sort=created')).toEqual([])
  expect([isFiltered(read('sort=next')), isFiltered(read('sort=created'))]).toEqual([true, false])
})
