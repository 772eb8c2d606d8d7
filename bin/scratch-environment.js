/**
 * A configuration that no machine can change, for what runs the site's own modules on a scratch database.
 *
 * @param {string} databaseUrl
 */
export function useScratchEnvironment(databaseUrl) {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    APP_URL: 'https://benchline.test',
    MAIL_FROM: 'hello@benchline.test',
    RATE_LIMITS: 'off',
    WORKER: 'off',
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '0',
    CALENDAR_FEEDS_FROM: 'public',
    WEBHOOKS_TO: 'public',
  })
  for (const name of ['PORT', 'HOST', 'SMTP_URL']) delete process.env[name]
}
