/** `npm run bench -- NAME`: runs the NAME.bench.ts beside its subject in app/ and prints its figures; without a name, says
 * what there is. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './prepare.js'
import { root } from './root.js'
import { Refusal, run } from './refusal.js'

await run(async () => {
  const files = readdirSync(join(root, 'app'), { recursive: true }).map(String)
  const benches = new Map(
    files.flatMap((file) => {
      const name = /([^/\\]+)\.bench\.ts$/.exec(file)?.[1]
      return name ? [[name, join(root, 'app', file)]] : []
    }),
  )
  const names = [...benches.keys()]
  const name = process.argv[2]
  if (!name) return console.log(`Choose one: ${names.map((each) => `npm run bench -- ${each}`).join(', ')}`)
  const file = benches.get(name)
  if (!file) throw new Refusal(`There is no bench of ${name}. There is: ${names.join(', ')}.`)

  await prepare({ build: false })
  const { default: bench } = await import(pathToFileURL(await bundle(name, file)).href)
  await bench((/** @type {string} */ line) => console.log(line))
})

/**
 * Node 20 reads no TypeScript: Vite makes one module of the bench and what it imports from the site.
 *
 * @param {string} name
 * @param {string} source
 */
async function bundle(name, source) {
  const { build } = await import('vite')
  const outDir = join(root, '.data', 'bench')
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: source,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.js`, format: 'es' } },
    },
  })
  const file = join(outDir, `${name}.js`)
  if (!existsSync(file)) throw new Error(`Vite did not write ${file}`)
  return file
}
