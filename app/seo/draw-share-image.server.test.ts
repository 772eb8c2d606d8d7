import { expect, test } from 'vitest'
import { drawPicture } from './picture-thread.server.ts'
import { drawShareImage } from './draw-share-image.server.ts'
import { describeShareImage, findShareImage } from './share-images.server.ts'

const size = { width: 300, height: 200, paper: '#fff' }

test('a page’s picture is drawn in the size that it is announced with', async () => {
  const png = await drawShareImage(findShareImage('role', 'backend-developer') ?? never())

  expect(sizeOf(png)).toEqual([1200, 630])
})

test('an article has drawings without words, in the three shapes that search engines ask for', async () => {
  const { drawings } = describeShareImage('/compare/frontend-vs-backend')
  const sizes: number[][] = []
  for (const path of drawings) {
    const [, kind = '', slug = ''] = /^\/og\/(\w+)\/([\w-]+)\.png\?v=/.exec(path) ?? []
    sizes.push(sizeOf(await drawShareImage(findShareImage(kind, slug) ?? never())))
  }

  expect(sizes).toEqual([
    [1200, 675],
    [1200, 900],
    [1200, 1200],
  ])
  expect(describeShareImage('/hire/backend-developer').drawings).toEqual([])
})

test('a picture that cannot be drawn says why, and the next one can', async () => {
  const broken = drawPicture({ ...size, words: null, drawing: '<g' })
  const whole = drawPicture({ ...size, words: null, drawing: '<circle r="20"/>' })

  await expect(broken).rejects.toThrow('A picture could not be drawn')
  expect(sizeOf(await whole)).toEqual([300, 200])
})

test('while pictures are drawn the site’s own thread answers', async () => {
  const images = ['backend-engineer', 'mobile-developer', 'data-engineer', 'cloud-architect']
  let turns = 0
  const clock = setInterval(() => turns++, 1)

  await Promise.all(images.map((slug) => drawShareImage(findShareImage('role', slug) ?? never())))

  clearInterval(clock)
  // Drawing takes each of them a tenth of a second: on this thread it would leave a turn or two between them.
  expect(turns).toBeGreaterThan(20)
})

function sizeOf(png: Buffer): number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

function never(): never {
  throw new Error('the picture is gone')
}
