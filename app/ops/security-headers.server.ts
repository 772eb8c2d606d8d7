/**
 * The headers of every answer, errors and files included. Pages without scripts have a fixed policy, so that they can
 * be cached whole; a page that wants Remix's scripts asks for `allowScripts` instead.
 */
import helmet from 'helmet'

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

/** Helmet's headers; `dev` leaves out the policy, which Vite's own inline scripts and styles could not live with. */
export function securityHeaders(options: { https: boolean; dev: boolean }) {
  return helmet({
    contentSecurityPolicy: options.dev ? false : { useDefaults: false, directives },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

export const permissionsPolicy = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
