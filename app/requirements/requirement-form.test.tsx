import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { RequirementForm } from './requirement-form.tsx'

/** The form as a page, after it came back with these errors. */
function formWith({ errors, values }: { errors: FormErrors; values?: Typed }) {
  return renderToStaticMarkup(
    <RequirementForm
      roles={[{ value: 'backend-developer', label: 'Backend developer' }]}
      rows={[{}]}
      timeZone="Europe/Berlin"
      newKey="0b2c8a52-5f0e-4b07-a3a5-7d5b6c0c6d3e"
      noticeVersion={'2026-11-22' as CalendarDate}
      values={values}
      errors={errors}
    />,
  )
}

test('an error of the list of roles leads to its first row, and stands there too', () => {
  const html = formWith({ errors: { roles: ['Choose a role.'] } })

  expect(html).toContain('<li><a href="#roles[0].role">Choose a role.</a></li>')
  expect(html).toContain('id="roles[0].role-error"')
})

test('an error of a row leads to that row', () => {
  const roles = [{ role: 'backend-developer' }, { role: 'backend-developer', count: '' }]

  const html = formWith({ errors: { 'roles[1].count': ['Choose how many.'] }, values: { roles } })

  expect(html).toContain('<li><a href="#roles[1].count">Choose how many.</a></li>')
  expect(html).toContain('id="roles[1].count"')
})

test('an error of what is sent unseen is said without a link that would lead nowhere', () => {
  const html = formWith({
    errors: { notice: ['The privacy notice has changed.'], timeZone: ['Choose one.'] },
  })

  expect(html).toContain('<li>The privacy notice has changed.</li><li>Choose one.</li>')
})

test('an error of a row that the form does not have is said of the form as a whole', () => {
  const html = formWith({ errors: { 'roles[7].role': ['Choose a role from the list.'] } })

  expect(html).toContain('<li>Choose a role from the list.</li>')
})

test('the version of the notice is said as a date', () => {
  expect(formWith({ errors: {} })).toContain('privacy notice of 22 November 2026')
})
