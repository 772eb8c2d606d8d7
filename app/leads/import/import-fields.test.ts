import { expect, test } from 'vitest'
import { guessFields, whyNotMapping } from './import-fields.ts'

test('columns are taken for what their heads sound like, in several languages and ways of writing', () => {
  expect(guessFields(['First Name', 'last_name', 'E-Mail', 'Company', 'Phone number', 'Lead owner'])).toEqual(
    [...['firstName', 'lastName', 'email', 'company', 'phone', 'owner']],
  )
  expect(guessFields(['Vorname', 'Nachname', 'E-Mail-Adresse', 'Firma', 'Telefon'])).toEqual([
    ...['firstName', 'lastName', 'email', 'company', 'phone'],
  ])
})

test('our own export is understood without a choice', () => {
  expect(
    guessFields(['Reference', 'Need', 'Name', 'E-mail', 'Company', 'Telephone', 'Tags', 'Status']),
  ).toEqual([...[null, 'title', 'name', 'email', 'company', 'phone', 'tags', null]])
})

test('each field is guessed once, and what sounds like nothing is left out', () => {
  expect(guessFields(['Email', 'Work email', 'Shoe size', ''])).toEqual(['email', null, null, null])
})

test('without an address, or a name, or with one column twice, nothing is checked', () => {
  expect(whyNotMapping(['name', null])).toBe('no-email')
  expect(whyNotMapping(['email', 'company'])).toBe('no-name')
  expect(whyNotMapping(['email', 'name', 'name'])).toBe('twice')
  expect(whyNotMapping(['email', 'lastName'])).toBeNull()
})
