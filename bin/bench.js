/** `npm run bench -- NAME`: runs the NAME.bench.ts beside its subject in app/ and prints its figures; without a name, says
 * what there is. A NAME.server.bench.ts gets a scratch database, and may start the built site on it. */
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
      const name = /([^/\\]+?)(\.server)?\.bench\.ts$/.exec(file)?.[1]
      return name ? [[name, join(root, 'app', file)]] : []
    }),
  )
  const names = [...benches.keys()]
  const name = process.argv[2]
  if (!name) return console.log(`Choose one: ${names.map((each) => `npm run bench -- ${each}`).join(', ')}`)
  const file = benches.get(name)
  if (!file) throw new Refusal(`There is no bench of ${name}. There is: ${names.join(', ')}.`)

  const perform = async () => {
    const { default: bench } = await import(pathToFileURL(await bundle(name, file)).href)
    await bench((/** @type {string} */ line) => console.log(line))
  }
  const onDatabase = file.endsWith('.server.bench.ts')
  await prepare({ build: onDatabase })
  await (onDatabase ? withScratchDatabase(perform) : perform())
})

/** @param {() => Promise<void>} perform */
async function withScratchDatabase(perform) {
  const { scratchDatabase, startScratchServer } = await import('./scratch-database.js')
  const { useScratchEnvironment } = await import('./scratch-environment.js')
  const server = await startScratchServer()
  try {
    const database = await scratchDatabase()
    useScratchEnvironment(database.url)
    await perform()
    await database.drop()
  } finally {
    await server.stop()
  }
}

/**
 * Node 20 reads no TypeScript: Vite makes one module of the bench and what it imports from the site. What lies in bin/
 * stays where it is, because it finds its files from there.
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
      rollupOptions: {
        external: [/^#bin\//],
        output: { entryFileNames: `${name}.js`, format: 'es' },
      },
    },
  })
  const file = join(outDir, `${name}.js`)
  if (!existsSync(file)) throw new Error(`Vite did not write ${file}`)
  return file
}
