/** The modules that pages enhance themselves with are copied into the build as they are written; this makes them small. */
import { transformWithEsbuild, type Plugin } from 'vite'

export function smallModules(): Plugin {
  return {
    name: 'small-modules',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.js')) continue
        const source = Buffer.from(file.source).toString()
        const { code } = await transformWithEsbuild(source, file.fileName, {
          minify: true,
          format: 'esm',
          target: 'es2022',
          sourcemap: false,
        })
        file.source = code
      }
    },
  }
}
