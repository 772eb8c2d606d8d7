import type { LoaderFunction, ServerBuild } from '@remix-run/node'

type ServerRoute = NonNullable<ServerBuild['routes'][string]>

/**
 * The build, with addresses for programs (routes without a page) that say a reference when they fail, as pages do: Remix
 * itself would answer two words that nobody can look up in the log.
 */
export function sayingReferences(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [
    id,
    route && !route.module.default ? sayingReference(route, build) : route,
  ])
  return { ...build, routes: Object.fromEntries(routes) }
}

function sayingReference(route: ServerRoute, build: ServerBuild): ServerRoute {
  const guarded = (answer: LoaderFunction | undefined) => answer && guard(answer, build)
  const { loader, action } = route.module
  return { ...route, module: { ...route.module, loader: guarded(loader), action: guarded(action) } }
}

function guard(answer: LoaderFunction, build: ServerBuild): LoaderFunction {
  return async (asked) => {
    try {
      return await answer(asked)
    } catch (error) {
      // A thrown answer, such as a 404, is an answer.
      if (error instanceof Response) throw error
      build.entry.module.handleError?.(error, asked)
      return failed(asked.context.requestId)
    }
  }
}

function failed(requestId: string): Response {
  return new Response(`Something failed here. Quote this reference: ${requestId}`, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
