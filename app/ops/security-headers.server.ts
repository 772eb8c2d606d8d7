/**
 * The headers of every answer, errors and files included: one table, for the app and for what is answered in front of it.
 * Pages without scripts have a fixed policy, so that they can be cached whole; a page that wants Remix's scripts asks for
 * `allowScripts` instead.
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import { env } from '#app/env.server.ts'

const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
}

export function contentSecurityPolicy(nonce?: string): string {
  const scripts = nonce ? [`'nonce-${nonce}'`, "'strict-dynamic'"] : directives['script-src']
  return Object.entries({ ...directives, 'script-src': scripts })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';')
}

export const answerHeaders: Readonly<Record<string, string>> = {
  ...helmetHeaders(),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Helmet sets the same on every response; here it sets them once, on one that is never sent. */
function helmetHeaders(): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  const setHeaders = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: env.APP_URL.startsWith('https:') && {
      maxAge: 31_536_000,
      includeSubDomains: false,
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  setHeaders(request, response, () => {})
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}
