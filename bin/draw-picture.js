/**
 * A thread of its own that draws pictures: satori sets the words, and resvg makes a PNG of them and of a drawing. Both
 * keep a core busy for a tenth of a second, in which the site's own thread would answer nobody.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'

/**
 * `words`: a tree of elements as satori reads it, null for a picture without any. `drawing`: SVG that is laid over it.
 *
 * @typedef {{ id: number, width: number, height: number, paper: string, words: unknown, drawing: string }} Picture
 */

const files = createRequire(import.meta.url)
const fraunces = readFileSync(files.resolve('@fontsource/fraunces/files/fraunces-latin-600-normal.woff'))

parentPort?.on('message', async (/** @type {Picture} */ picture) => {
  const { id } = picture
  try {
    const png = await draw(picture)
    parentPort?.postMessage({ id, png })
  } catch (error) {
    parentPort?.postMessage({
      id,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})

/** @param {Picture} picture */
async function draw({ width, height, paper, words, drawing }) {
  const size = { width, height }
  const sheet = words
    ? await satori(/** @type {Parameters<typeof satori>[0]} */ (words), {
        ...size,
        fonts: [{ name: 'Fraunces', data: fraunces, weight: 600 }],
      })
    : `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/></svg>`
  const whole = sheet.replace(/<\/svg>\s*$/, `${drawing}</svg>`)
  return new Resvg(whole, { font: { loadSystemFonts: false } }).render().asPng()
}
