import { defineConfig } from 'vitest/config'
import { articleSchema } from './app/articles/article.ts'
import { content } from './app/ops/content-plugin.ts'
import { pageSchema } from './app/pages/page.ts'
import { roleSchema } from './app/roles/role.ts'

const plugins = [
  content({
    'app/roles/content': roleSchema,
    'app/articles/content': articleSchema,
    'app/pages/content': pageSchema,
  }),
]
const ignored = ['node_modules/**', 'build/**', '.data/**', 'e2e/**']

/** Remix's plug-in stays out: tests import modules, not routes through a build. */
export default defineConfig({
  test: {
    // Files share the modules that a process has loaded: loading them anew took longer than the tests. So a file leaves
    // nothing behind in a module; what it leaves in the database is dropped with it.
    isolate: false,
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.server.test.{ts,tsx}'],
        },
      },
      {
        plugins,
        test: {
          name: 'integration',
          include: ['**/*.server.test.{ts,tsx}'],
          exclude: ignored,
          globalSetup: ['bin/scratch-cluster.js'],
          setupFiles: ['bin/scratch-setup.js'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
