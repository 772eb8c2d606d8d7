import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { recordDenial } from './audit/record-denial.server.ts'
import './ops/load-context.ts'
import { log } from './ops/log.server.ts'
import { PageRequestContext } from './ops/page-request.ts'
import { withoutToken } from './ops/token-paths.ts'

/** Milliseconds until promises that a loader left open are given up; the rendering ends a second later. */
export const streamTimeout = 5_000

export default async function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId, allowScripts }: AppLoadContext,
): Promise<Response> {
  await recordDenial(request, status)
  const scripts = wantsScripts(remix)
  if (scripts) allowScripts()

  const html = await renderWhole(
    <PageRequestContext.Provider value={{ scripts, nonce, reference: requestId }}>
      <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
    </PageRequestContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(html, { status, headers })
}

/** What a page's scripts fetch instead of the page. */
export async function handleDataRequest(
  response: Response,
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Response> {
  await recordDenial(request, response.status)
  return response
}

/** Error pages never carry scripts: they must work when the scripts are what failed. */
function wantsScripts({ staticHandlerContext: { errors, matches }, routeModules }: EntryContext): boolean {
  if (errors) return false
  return matches.some(({ route }) => asksForScripts(routeModules[route.id]?.handle))
}

function asksForScripts(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === true
}

/**
 * Where a sign of several bytes meets the end of React 18's buffer, it leaves NULs in the page: an emoji in a form would
 * come back as another one. https://github.com/facebook/react/issues/24985
 */
function withoutGaps(html: string): string {
  return html.replaceAll('\0', '')
}

/** Pages are small, so they are not streamed: an answer is a whole page or an error, never half of each. */
function renderWhole(page: ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        clearTimeout(tooLate)
        const body = new PassThrough()
        text(body).then((html) => resolve(withoutGaps(html)), reject)
        pipe(body)
      },
      onShellError: reject,
      onError: reject,
    })
    const tooLate = setTimeout(
      () => abort(new Error('The page took too long to render')),
      streamTimeout + 1_000,
    )
  })
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return

  const path = withoutToken(new URL(request.url).pathname)
  log.error({ err: error, requestId: context.requestId, path }, 'A page could not be answered')
}

/** What server.js needs of the application: it can import only what the build exports. */
export * as server from './server.server.ts'
