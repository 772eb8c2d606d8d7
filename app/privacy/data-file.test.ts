import { expect, test } from 'vitest'
import { asJson, asRows } from './data-file.ts'

const when = new Date('2026-11-30T06:00:00Z')

test('a file for spreadsheets has a line for each field, and no cell is computed', () => {
  const what = {
    name: '=1+1',
    phone: '+49 30',
    note: '-2',
    mail: '@SUM(A1)',
    tab: '\tx',
    roles: ['a'],
    none: null,
  }

  expect(asRows([{ kind: 'Person', when, what }])).toEqual([
    ['What', 'When', 'Field', 'Value'],
    ['Person', '2026-11-30T06:00:00.000Z', 'name', "'=1+1"],
    ['Person', '2026-11-30T06:00:00.000Z', 'phone', "'+49 30"],
    ['Person', '2026-11-30T06:00:00.000Z', 'note', "'-2"],
    ['Person', '2026-11-30T06:00:00.000Z', 'mail', "'@SUM(A1)"],
    ['Person', '2026-11-30T06:00:00.000Z', 'tab', "'\tx"],
    ['Person', '2026-11-30T06:00:00.000Z', 'roles', '["a"]'],
    ['Person', '2026-11-30T06:00:00.000Z', 'none', ''],
  ])
})

test('a file for programs is what we hold, as it is', () => {
  const records = [{ kind: 'Person', when, what: { name: '=1+1' } }]

  expect(JSON.parse(asJson('ann@acme.example', records))).toEqual({
    email: 'ann@acme.example',
    records: [{ kind: 'Person', when: '2026-11-30T06:00:00.000Z', what: { name: '=1+1' } }],
  })
})
