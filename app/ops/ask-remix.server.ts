import { randomBytes } from 'node:crypto'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { env } from '#app/env.server.ts'
import { sayingReferences } from './resource-errors.server.ts'
import { byBeginning } from './routes-in-reach.ts'
import { contentSecurityPolicy } from './security-headers.server.ts'
import { sendAnswer, webRequest } from './web-exchange.server.ts'

/**
 * Hands a request to Remix, which is told only the routes that its address can mean. In development the build is made anew
 * for each request.
 */
export function askRemix(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  if (typeof build === 'function') return handlerFor(async () => sayingReferences(await build()))

  const whole = sayingReferences(build)
  const handlerOf = byBeginning(whole.routes, (routes) => handlerFor(only(routes, whole)))
  // A page with scripts asks what other addresses are.
  const ofAll = handlerFor(whole)
  return (request, response, next) => {
    const handler = request.path === '/__manifest' ? ofAll : handlerOf(request.path)
    return handler(request, response, next)
  }
}

function handlerFor(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const answer = createRequestHandler(build, env.NODE_ENV)
  return (request, response, next) => {
    const asked = webRequest(request, response)
    answer(asked, loadContextOf(request, response))
      .then((answered) => sendAnswer(answered, response))
      .catch(next)
  }
}

/** What is rendered makes its routes of those in `assets`. */
function only(routes: ServerBuild['routes'], build: ServerBuild): ServerBuild {
  const rendered = Object.entries(build.assets.routes).filter(([id]) => id in routes)
  return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(rendered) } }
}

function loadContextOf(request: Request, response: Response) {
  const nonce = randomBytes(16).toString('base64')
  return {
    nonce,
    requestId: String(response.locals.requestId),
    ip: request.ip ?? '',
    retryAfter(seconds: number) {
      response.setHeader('retry-after', String(seconds))
    },
    allowScripts() {
      if (response.hasHeader('content-security-policy')) {
        response.setHeader('content-security-policy', contentSecurityPolicy(nonce))
      }
    },
  }
}
