import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { articleSchema } from './app/articles/article.ts'
import { content } from './app/ops/content-plugin.ts'
import { roleSchema } from './app/roles/role.ts'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [
    content({ 'app/roles/content': roleSchema, 'app/articles/content': articleSchema }),
    remix(remixConfig),
  ],
  build: {
    target: 'es2022',
    // The content security policy allows no data: addresses for scripts and styles.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: { fs: { allow: ['.'] } },
})
