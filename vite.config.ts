import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { articleSchema } from './app/articles/article.ts'
import { content } from './app/ops/content-plugin.ts'
import { precompress } from './app/ops/precompress-plugin.ts'
import { smallModules } from './app/ops/small-modules-plugin.ts'
import { pageSchema } from './app/pages/page.ts'
import { roleSchema } from './app/roles/role.ts'
import { faultsInFiles } from './app/seo/content-faults.ts'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [
    content(
      {
        'app/roles/content': roleSchema,
        'app/articles/content': articleSchema,
        'app/pages/content': pageSchema,
      },
      faultsInFiles,
    ),
    remix(remixConfig),
    smallModules(),
    precompress(),
  ],
  build: {
    target: 'es2022',
    // The content security policy allows no data: addresses for scripts and styles.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  // Password hashing is native code for the server; the development server must not bundle it for browsers.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  server: { fs: { allow: ['.'] } },
})
