/** A share image without its drawing: the name of the site, what kind of page it is, and its title. For satori: flex only. */
import type { ReactElement } from 'react'

export const shareSize = { width: 1200, height: 630 }

/** The light half of tokens.css as satori and resvg read colours. */
export const shareInk = {
  paper: '#fcfaf6',
  ink: '#171d2b',
  soft: '#454c5c',
  dots: '#dcd9cf',
  signal: '#0b6b4a',
  wash: '#dcf2e6',
}

/** Where the drawing goes. */
export const drawingSheet = { x: 724, y: 156, width: 404, height: 384 }

const edge = 72

type SharePicture = { name: string; label: string; title: string }

export function SharePicture({ name, label, title }: SharePicture): ReactElement {
  return (
    <div
      style={{
        width: shareSize.width,
        height: shareSize.height,
        display: 'flex',
        alignItems: 'flex-start',
        padding: `56px ${edge}px`,
        backgroundColor: shareInk.paper,
        color: shareInk.ink,
        fontFamily: 'Fraunces',
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', fontSize: 40 }}>
        {mark}
        <span style={{ marginLeft: 16 }}>{name}</span>
        {label && <span style={{ marginLeft: 28, color: shareInk.soft, fontSize: 32 }}>{label}</span>}
      </div>
      <div
        style={{
          position: 'absolute',
          top: drawingSheet.y,
          left: edge,
          display: 'flex',
          width: drawingSheet.x - edge - 56,
          height: drawingSheet.height,
          alignItems: 'center',
          fontSize: sizeOf(title),
          lineHeight: 1.08,
          letterSpacing: '-0.02em',
        }}
      >
        {title}
      </div>
    </div>
  )
}

/** Long titles are set smaller, so that none takes more than five lines. */
function sizeOf(title: string): number {
  if (title.length <= 28) return 96
  return title.length <= 44 ? 78 : 66
}

/** An element and no component: what it draws goes to another thread as it is. */
const mark = (
  <svg width="48" height="48" viewBox="0 0 22 22" fill="none">
    <path d="M3 4.5h16M3 17.5h16" stroke={shareInk.ink} strokeWidth="2" strokeLinecap="round" />
    <path d="M3 11h9" stroke={shareInk.signal} strokeWidth="3" strokeLinecap="round" />
    <circle cx="17.5" cy="11" r="2.2" fill={shareInk.signal} />
  </svg>
)
