import { milliseconds } from 'date-fns'

/**
 * SMTP_URL as nodemailer's settings. `smtps:` speaks TLS from the first byte, `smtp:` turns it on when the server can; in
 * production neither letters nor the password leave the machine without it. User and password are percent-encoded.
 */
export function smtpSettings(smtpUrl: string, { production }: { production: boolean }) {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  const port = url.port ? Number(url.port) : secure ? 465 : 587
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  return {
    ...{ host, port, secure },
    ...(url.username ? { auth } : {}),
    requireTLS: !secure && production && !isLoopback(host),
    // On the machine itself a certificate proves nothing, and a test server's own would be refused.
    ignoreTLS: !secure && isLoopback(host),
    pool: true as const,
    maxConnections: 2,
    connectionTimeout: milliseconds({ seconds: 10 }),
    greetingTimeout: milliseconds({ seconds: 10 }),
    socketTimeout: milliseconds({ seconds: 120 }),
    // Whatever a letter holds, it cannot make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
