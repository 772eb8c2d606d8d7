/** Writes every text file of the build for browsers once more as brotli and as gzip, as small as they get. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const isText = (name: string) => /\.(css|js|svg|txt|webmanifest)$/.test(name)

export function precompress(): Plugin {
  let folder: string | null = null
  return {
    name: 'precompress',
    apply: 'build',
    configResolved({ build }) {
      folder = build.ssr ? null : build.outDir
    },
    closeBundle() {
      if (!folder) return
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isText)) {
        const file = join(folder, name)
        const text = readFileSync(file)
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params }))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}
