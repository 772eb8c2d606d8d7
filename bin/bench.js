/** `npm run bench -- NAME`: runs bench/NAME.bench.ts and prints its figures; without a name, says what there is. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './prepare.js'
import { root } from './root.js'
import { Refusal, run } from './refusal.js'

await run(async () => {
  const names = readdirSync(join(root, 'bench')).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [])
  const name = process.argv[2]
  if (!name) return console.log(`Choose one: ${names.map((each) => `npm run bench -- ${each}`).join(', ')}`)
  if (!names.includes(name))
    throw new Refusal(`There is no bench/${name}.bench.ts. There is: ${names.join(', ')}.`)

  await prepare({ build: false })
  const { default: bench } = await import(pathToFileURL(await bundle(name)).href)
  await bench((/** @type {string} */ line) => console.log(line))
})

/**
 * Node 20 reads no TypeScript: Vite makes one module of the bench and what it imports from the site.
 *
 * @param {string} name
 */
async function bundle(name) {
  const { build } = await import('vite')
  const outDir = join(root, '.data', 'bench')
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'bench', `${name}.bench.ts`),
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
