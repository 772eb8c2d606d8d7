import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PageRequestContext } from '#app/ops/page-request.ts'
import { ErrorPage, titleOfError } from './error-page.tsx'

const refusal = (status: number) => ({ status, statusText: '', internal: false, data: null })

const pages = [{ href: '/hire/backend-developer', title: 'Backend developer' }]

function page(error: unknown, path = '/hire/backend-devloper'): string {
  return renderToStaticMarkup(
    <PageRequestContext.Provider value={{ scripts: false, nonce: undefined, reference: '671e47f0ec' }}>
      <ErrorPage error={error} path={path} pages={pages} />
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

test('an address that leads nowhere names the role it looks like, and begins a search with its words', () => {
  const html = page(refusal(404))

  expect(html).toContain('<a href="/hire/backend-developer">')
  expect(html).toMatch(/<input type="search"[^>]* value="backend-devloper"/)
})

test('the secret of a link that is dead is not put into the search', () => {
  const html = page(refusal(404), '/booked/Qm9va2VkQnlBbm4.c2VjcmV0c2VjcmV0')

  expect(html).toMatch(/<input type="search"[^>]* value=""/)
  expect(html).not.toContain('Qm9va2Vk')
})

test('an answer of 503 is our fault and is called so', () => {
  expect(page(refusal(503))).toContain('Something broke on our side')
  expect(titleOfError(refusal(503))).toMatch(/^Something broke/)
})
