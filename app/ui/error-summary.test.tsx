import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary, problemsOf } from './error-summary.tsx'

test('each problem links to the field where it is mended', () => {
  const html = renderToStaticMarkup(
    <ErrorSummary problems={[{ fieldId: 'email', message: 'Enter an e-mail address' }]} />,
  )

  expect(html).toContain('<a href="#email">Enter an e-mail address</a>')
})

test('the summary is announced and takes the focus without scripts', () => {
  const html = renderToStaticMarkup(<ErrorSummary problems={[{ fieldId: null, message: 'Try again' }]} />)

  expect(html).toContain('role="alert"')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('autofocus=""')
  expect(html).toContain('<li>Try again</li>')
})

test('a form without problems has no summary', () => {
  expect(renderToStaticMarkup(<ErrorSummary problems={[]} />)).toBe('')
})

test('what concerns the whole form is said before its fields', () => {
  expect(
    problemsOf({ email: ['Enter an e-mail address'], name: undefined, '': ['That time was taken'] }),
  ).toEqual([
    { fieldId: null, message: 'That time was taken' },
    { fieldId: 'email', message: 'Enter an e-mail address' },
  ])
})

test('what is wrong with a field that nobody sees is said of the form as a whole', () => {
  expect(
    problemsOf({ email: ['Enter an e-mail address'], version: ['Reload the page'] }, ['name', 'email']),
  ).toEqual([
    { fieldId: null, message: 'Reload the page' },
    { fieldId: 'email', message: 'Enter an e-mail address' },
  ])
})
