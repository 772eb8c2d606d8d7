import type { LoaderFunctionArgs } from '@remix-run/node'
import { makeShelf } from '#app/ops/shelf.ts'
import { drawShareImage } from './draw-share-image.server.ts'
import { findShareImage } from './share-images.server.ts'

const forEver = 'public, max-age=31536000, immutable'
const forAnHour = 'public, max-age=3600'

/** Drawing takes a tenth of a second of another thread, so each is drawn once and kept; all of them are a megabyte or two. */
const drawn = makeShelf<{ png: Buffer; bytes: number }>({ mostBytes: 8 * 1024 * 1024 })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = /^([a-z0-9-]+)\.png$/.exec(params.file ?? '')?.[1] ?? ''
  const image = findShareImage(params.kind ?? '', slug)
  if (!image) throw new Response(null, { status: 404 })

  const key = `${image.kind}/${image.slug}`
  const found = drawn.find(key, 0) ?? (await drawn.make(key, Infinity, () => draw(image)))
  const isThisVersion = new URL(request.url).searchParams.get('v') === image.version
  return new Response(found && new Uint8Array(found.png), {
    headers: { 'content-type': 'image/png', 'cache-control': isThisVersion ? forEver : forAnHour },
  })
}

async function draw(image: Parameters<typeof drawShareImage>[0]) {
  const png = await drawShareImage(image)
  return { png, bytes: png.length }
}
