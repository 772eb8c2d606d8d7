import { defineConfig } from '@playwright/test'

const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: '.',
  globalSetup: './servers.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'first-account', testMatch: '*.setup.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', testIgnore: 'rush.spec.ts', dependencies: ['first-account'] },
    { name: 'rush', testMatch: 'rush.spec.ts', dependencies: ['journeys'] },
  ],
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    // To trace every test for the few that fail takes a quarter of the run: add --trace=on to look into one of them.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--disable-gpu',
        // Each context starts one process for its pages, and none beside it in case there are more.
        '--renderer-process-limit=1',
        // Chromium's sandbox refuses to run as root.
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
