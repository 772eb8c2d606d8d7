import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { emailAddress, line, paragraph, personName, phoneNumber } from './text.ts'

describe('one line', () => {
  test('is trimmed and brought to one form', () => {
    expect(line(20).parse('  Cafe\u0301 ')).toBe('Café')
  })
  test('left out is empty', () => {
    expect(line(20).parse(undefined)).toBe('')
  })
  test('counts characters as people do, not bytes', () => {
    expect(line(3).parse('👩🏽')).toBe('👩🏽')
    expect(messages(line(3), 'four')).toEqual(['Use 3 characters or fewer.'])
  })
  test.each(['a\u0000b', 'a\nb', 'a\u202Eb', 'a\uD800b', 'a\u0007b'])('refuses %j', (text) => {
    expect(messages(line(20), text)).toEqual([
      'This contains characters that cannot be shown. Type it again instead of pasting it.',
    ])
  })
})

describe('a paragraph', () => {
  test('keeps its lines, whatever the browser ends them with', () => {
    expect(paragraph(20).parse('a\r\nb\rc')).toBe('a\nb\nc')
  })
})

describe('a name', () => {
  test.each(["Anna-Lena O'Brien", 'José da Silva', '山田 太郎', 'Dr. Müller'])('may be %s', (name) => {
    expect(personName().parse(name)).toBe(name)
  })
  test.each(['visit http://evil.example', 'www.evil.example', '<b>Ann</b>', 'a@b.example'])(
    'may not be %s',
    (name) => {
      expect(messages(personName(), name)).toEqual(['Enter a name without links or the signs / \\ < > @.'])
    },
  )
})

describe('an e-mail address', () => {
  test('is kept in lower case', () => {
    expect(emailAddress().parse(' Ann@Acme.Example ')).toBe('ann@acme.example')
  })
  test.each([
    'ann',
    'ann@',
    '"x y"@acme.example',
    'a@b.example, c@d.example',
    'ann@good.example(x)evil.example',
  ])('is not %s', (email) => {
    expect(messages(emailAddress(), email)).toEqual(['Enter an e-mail address like name@example.com.'])
  })
  test('may be left to the message that asks for it', () => {
    expect(messages(emailAddress(), '')).toEqual(['Enter your e-mail address.'])
  })
})

test('a telephone number may be written in any way', () => {
  expect(phoneNumber().parse('+44 (0)20 7946-0000')).toBe('+44 (0)20 7946-0000')
  expect(messages(phoneNumber(), 'call me')).toEqual(['Enter a telephone number like +44 20 7946 0000.'])
})

function messages(schema: z.ZodType, text: string): string[] {
  return schema.safeParse(text).error?.issues.map(({ message }) => message) ?? []
}
