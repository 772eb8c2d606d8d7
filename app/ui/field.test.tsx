import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SelectField, TextField } from './field.tsx'

test('a field without a hint or an error points at nothing', () => {
  const html = renderToStaticMarkup(<TextField name="company" label="Company" />)

  expect(html).toContain('<label for="company">Company</label>')
  expect(html).not.toContain('aria-describedby')
  expect(html).not.toContain('aria-invalid')
})

test('a refused field is described by its hint and its error, in this order', () => {
  const html = renderToStaticMarkup(
    <TextField name="email" label="Work e-mail" hint="For our answer" errors={['Enter an e-mail address']} />,
  )

  expect(html).toContain('aria-describedby="email-hint email-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/<p class="field-error" id="email-error">.*Enter an e-mail address<\/p>/)
})

test('the id and name of a control cannot be lost to other attributes', () => {
  const html = renderToStaticMarkup(
    <TextField name="email" label="Work e-mail" type="email" id="other" defaultValue="a@b.example" />,
  )

  expect(html).toContain('id="email"')
  expect(html).not.toContain('id="other"')
})

test('a select shows what was chosen before', () => {
  const html = renderToStaticMarkup(
    <SelectField
      name="start"
      label="Start"
      defaultValue="later"
      choices={[
        { value: 'now', label: 'Now' },
        { value: 'later', label: 'Later' },
      ]}
    />,
  )

  expect(html).toContain('<option value="later" selected="">Later</option>')
})
