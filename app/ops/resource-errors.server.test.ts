import type { AppLoadContext, LoaderFunction, ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import { expect, test } from 'vitest'
import { sayingReferences } from './resource-errors.server.ts'

const context: AppLoadContext = {
  nonce: '',
  ip: '192.0.2.1',
  requestId: 'a1b2c3d4e5',
  allowScripts: () => {},
  retryAfter: () => {},
}

/** A site with one address for programs. */
function siteWith(loader: LoaderFunction) {
  const logged: unknown[] = []
  const build = {
    routes: { api: { id: 'api', path: 'api', module: { loader } } },
    entry: { module: { default: () => new Response(), handleError: (error: unknown) => logged.push(error) } },
    future: { v3_singleFetch: true },
    basename: '/',
    assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild
  const ask = createRequestHandler(sayingReferences(build), 'production')
  return { ask: () => ask(new Request('http://localhost/api'), context), logged }
}

test('an address for programs that fails says the reference that the log has, and nothing of why', async () => {
  const broken = new Error('the password of the database is wrong')
  const { ask, logged } = siteWith(() => {
    throw broken
  })

  const answer = await ask()

  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await answer.text()).toBe('Something failed here. Quote this reference: a1b2c3d4e5')
  expect(logged).toEqual([broken])
})

test('what it throws as an answer is its answer', async () => {
  const { ask, logged } = siteWith(() => {
    throw new Response('Gone', { status: 410 })
  })

  const answer = await ask()

  expect([answer.status, await answer.text()]).toEqual([410, 'Gone'])
  expect(logged).toEqual([])
})

test('an answer goes through as it is', async () => {
  const { ask } = siteWith(() => Response.json({ free: true }))

  expect(await (await ask()).json()).toEqual({ free: true })
})
