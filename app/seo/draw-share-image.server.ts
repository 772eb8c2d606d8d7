/** Draws a share image: the words are set and the PNG is made on a thread of its own, the drawings are those of the pages. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { drawings } from '#app/roles/drawings.tsx'
import type { Family } from '#app/roles/role.ts'
import { site } from '#app/site.ts'
import { drawPicture } from './picture-thread.server.ts'
import type { ShareImage } from './share-images.server.ts'
import { drawingSheet, shareInk, SharePicture } from './share-picture.tsx'

export function drawShareImage({ label, title, families, size }: ShareImage): Promise<Buffer> {
  const sheet = drawnSheet(families)
  // What goes to another thread is plain.
  const words: unknown = JSON.parse(JSON.stringify(SharePicture({ name: site.name, label, title })))
  const { paper } = shareInk
  return title
    ? drawPicture({ ...size, paper, words, drawing: sheet })
    : drawPicture({ ...size, paper, words: null, drawing: amid(size, sheet) })
}

const margin = 64

/** The sheet alone, as large as the picture lets it be. */
function amid(size: ShareImage['size'], sheet: string): string {
  const { x, y, width, height } = drawingSheet
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height)
  const left = size.width / 2 - scale * (x + width / 2)
  const top = size.height / 2 - scale * (y + height / 2)
  return `<g transform="translate(${left} ${top}) scale(${scale})">${sheet}</g>`
}

/** The same hand as on the pages: a dotted sheet under a thick line, thin ink, one live stroke. Words are left out. */
export function drawnSheet(families: readonly Family[]): string {
  const { x, y, width, height } = drawingSheet
  const { ink, signal, wash, dots } = shareInk
  return `<style>
    .sheet{fill:none;stroke:${ink};stroke-width:2.6;stroke-linecap:round;stroke-linejoin:round}
    .sheet .live{stroke:${signal};stroke-width:4} .sheet .wash{fill:${wash}}
    .sheet .small{stroke-width:3.8} .sheet .small .live{stroke-width:6}
    .sheet .faint{stroke-opacity:.4} .sheet text{display:none}
  </style>
  <pattern id="dots" width="24" height="24" patternUnits="userSpaceOnUse"><circle cx="12" cy="12" r="1.4" fill="${dots}"/></pattern>
  <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#dots)"/>
  <rect x="${x}" y="${y}" width="${width}" height="4" fill="${ink}"/>
  <g class="sheet" transform="translate(${x} ${y})">${drawn(families)}</g>`
}

/** Drawings are 400 by 300: one fills the sheet, two share it, and where there is none stands the firm's mark. */
function drawn([first, second]: readonly Family[]): string {
  if (!first)
    return `<g transform="translate(52 42) scale(13.6)" style="stroke-width:1.2"><path d="M3 4.5h16M3 17.5h16"/><path class="live" style="stroke-width:2" d="M3 11h9"/><circle cx="17.5" cy="11" r="1.5" style="fill:${shareInk.signal};stroke:none"/></g>`
  if (!second) return `<g transform="translate(2 42)">${linesOf(first)}</g>`
  return `<g class="small" transform="translate(8 22) scale(.58)">${linesOf(first)}</g><g class="small" transform="translate(164 196) scale(.58)">${linesOf(second)}</g>`
}

function linesOf(family: Family): string {
  return renderToStaticMarkup(createElement('g', null, drawings[family].lines))
}
