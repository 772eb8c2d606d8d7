import type { NextFunction, Request, Response } from 'express'

/**
 * Refuses unsafe requests that another site's page sends with our visitor's cookies, before Remix sees them: Remix
 * checks pages only, not resource routes, and answers with an empty 500.
 *
 * The browser's word is `Sec-Fetch-Site`; where it is missing, `Origin` must be ours to the letter. Requests with
 * neither come from programs, which carry no cookies: they pass where `allowsPrograms` says so.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function sameOriginGate(options: { origin: string; allowsPrograms: (path: string) => boolean }) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (isSafe(request.method)) return next()
    if (isAllowed(request, options)) {
      // Decided here and not again: Remix compares with a host that it guesses, and fails on `null`.
      delete request.headers.origin
      return next()
    }
    response
      .status(403)
      .type('text')
      .send('This form was sent from another site, so it was refused. Open the page here and send it again.')
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

function isAllowed(
  request: Request,
  options: { origin: string; allowsPrograms: (path: string) => boolean },
): boolean {
  const site = request.get('sec-fetch-site')
  const origin = request.get('origin')
  if (site) return site === 'same-origin' || (site === 'none' && origin === undefined)
  if (origin !== undefined) return origin === options.origin || origin === ownOrigin(request)
  return options.allowsPrograms(request.path)
}

/** The address this very request was sent to: `localhost` and `127.0.0.1` are both ours on a developer's machine. */
function ownOrigin(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? ''}`
}
