import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PageRequestContext } from '#app/ops/page-request.ts'
import { ErrorPage, titleOfError } from './error-page.tsx'

const refusal = (status: number) => ({ status, statusText: '', internal: false, data: null })

function page(error: unknown): string {
  return renderToStaticMarkup(
    <PageRequestContext.Provider value={{ scripts: false, nonce: undefined, reference: '671e47f0ec' }}>
      <ErrorPage error={error} />
    </PageRequestContext.Provider>,
  )
}

test('a page that breaks quotes the reference of the log and nothing of what went wrong', () => {
  const html = page(new Error('connect ECONNREFUSED 10.0.0.7:5432'))

  expect(html).toContain('Quote this reference: <code>671e47f0ec</code>')
  expect(html).not.toContain('ECONNREFUSED')
})

test('an address that leads nowhere offers the ways on, and no reference', () => {
  const html = page(refusal(404))

  expect(html).toContain('There is nothing at this address')
  expect(html).toContain('href="/hire"')
  expect(html).toContain('href="/start"')
  expect(html).toContain('href="/book"')
  expect(html).not.toContain('671e47f0ec')
})

test('an answer of 503 is our fault and is called so', () => {
  expect(page(refusal(503))).toContain('Something broke on our side')
  expect(titleOfError(refusal(503))).toMatch(/^Something broke/)
})
