import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { rowsAfter, rowsFor } from './role-rows.ts'

/** The rows after a form with these fields was posted. */
function rowsPosted(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return rowsAfter(parseFormData(z.object({}), form).values)
}

const developer = { 'roles[0].role': 'backend-developer', 'roles[0].count': '2', 'roles[0].seniority': '' }
const engineer = { 'roles[1].role': 'backend-engineer', 'roles[1].count': '', 'roles[1].seniority': 'lead' }

test('a link that names roles opens the form with a row for each, any other with an empty row', () => {
  expect(rowsFor(['backend-developer', 'backend-engineer'])).toEqual([
    { role: 'backend-developer' },
    { role: 'backend-engineer' },
  ])
  expect(rowsFor([])).toEqual([{}])
})

test('adding a role keeps what was chosen in the rows before', () => {
  expect(rowsPosted({ ...developer, intent: 'add-role' })).toEqual([
    { role: 'backend-developer', count: '2', otherRole: '', seniority: '' },
    {},
  ])
})

test('removing a role keeps the others', () => {
  expect(rowsPosted({ ...developer, ...engineer, intent: 'remove-role-0' })).toEqual([
    { role: 'backend-engineer', otherRole: '', count: '', seniority: 'lead' },
  ])
})

test('removing the only role leaves an empty row', () => {
  expect(rowsPosted({ ...developer, intent: 'remove-role-0' })).toEqual([{}])
})

test('a form that is sent to be kept changes no rows', () => {
  expect(rowsPosted(developer)).toBeNull()
})

test('an untouched form, whose fields are all empty, grows by a row', () => {
  const empty = { 'roles[0].role': '', 'roles[0].count': '', 'roles[0].seniority': '' }

  expect(rowsPosted({ ...empty, intent: 'add-role' })).toEqual([
    { role: '', count: '', otherRole: '', seniority: '' },
    {},
  ])
})
