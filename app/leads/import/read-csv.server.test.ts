import { expect, test } from 'vitest'
import { mostRows } from './csv-problem.ts'
import { readCsv } from './read-csv.server.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')

test('commas, semicolons and tabs are told apart by the heads', () => {
  for (const sign of [',', ';', '\t']) {
    const read = readCsv(utf8(`Name${sign}E-mail\r\nAnn${sign}ann@acme.example\r\n`))

    expect(read).toEqual({
      ok: true,
      value: { head: ['Name', 'E-mail'], rows: [['Ann', 'ann@acme.example']] },
    })
  }
})

test('a mark of the byte order is no part of the first head, in UTF-8 and in UTF-16', () => {
  const text = 'Name,E-mail\nZoë,zoe@acme.example\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  for (const content of [utf8(`\uFEFF${text}`), utf16]) {
    expect(readCsv(content)).toEqual({
      ok: true,
      value: { head: ['Name', 'E-mail'], rows: [['Zoë', 'zoe@acme.example']] },
    })
  }
})

test('what is not UTF-8 is read in the alphabet that Excel saves', () => {
  const content = Buffer.concat([utf8('Name;E-mail\nJ'), Buffer.from([0xf6]), utf8('rg;j@acme.example\n')])

  expect(readCsv(content)).toMatchObject({ ok: true, value: { rows: [['Jörg', 'j@acme.example']] } })
})

test('cells may hold commas, quotation marks and line breaks; short lines are filled up, empty ones left out', () => {
  const read = readCsv(utf8('A,B,C\n"x, ""y""\nz",2\n,,\n\n3\n'))

  expect(read).toEqual({
    ok: true,
    value: {
      head: ['A', 'B', 'C'],
      rows: [
        ['x, "y"\nz', '2', ''],
        ['3', '', ''],
      ],
    },
  })
})

test('what is no such file is refused with the reason, never with an error', () => {
  const reasons = [
    Buffer.alloc(0),
    utf8('Name,E-mail\n'),
    Buffer.from('PK\u0003\u0004\0\0'),
    utf8('Name,E-mail\n"open,ann@acme.example\n'),
    utf8(`${'x,'.repeat(70)}\n1\n`),
    utf8(`A\n${'x'.repeat(5001)}\n`),
    utf8(`A\n${'x\n'.repeat(mostRows + 1)}`),
  ].map((content) => {
    const read = readCsv(content)
    return read.ok ? 'read' : read.reason
  })

  expect(reasons).toEqual([
    ...['empty', 'no-rows', 'not-text', 'damaged', 'too-many-columns', 'long-cell', 'too-many-rows'],
  ])
})

test('as many lines as may be are read', () => {
  expect(readCsv(utf8(`A\n${'x\n'.repeat(mostRows)}`))).toMatchObject({ ok: true })
})

test('random bytes never end in anything but a value', () => {
  let seed = 7
  for (let i = 0; i < 300; i++) {
    const content = Buffer.from(
      Array.from({ length: 200 }, () => (seed = (seed * 16_807) % 2_147_483_647) % 256),
    )

    expect(typeof readCsv(content).ok).toBe('boolean')
  }
})
