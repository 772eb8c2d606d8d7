import type { ReactNode } from 'react'
import { type Family, familyLabels } from './role.ts'

/** A line drawing of what the family works on; the live stroke is what a person of this role is called for. */
export function FamilyDrawing({ family }: { family: Family }) {
  const drawing = drawings[family]
  if (!drawing) return null
  return (
    <figure className="drawing-sheet no-print">
      <svg className="drawing" viewBox="0 0 400 300" role="img" aria-label={drawing.says}>
        {drawing.lines}
      </svg>
      <figcaption className="label">{familyLabels[family]}</figcaption>
    </figure>
  )
}

const drawings: Partial<Record<Family, { says: string; lines: ReactNode }>> = {
  backend: {
    says: 'Drawing: requests pass an interface, wait in a queue, are worked on, and end in a database.',
    lines: <Backend />,
  },
}

function Backend() {
  return (
    <>
      <path className="faint" d="M28 62h44M28 92h44M28 122h44" />
      <rect className="wash" x="76" y="42" width="20" height="100" rx="4" />
      <path d="M100 92h36M128 84l8 8-8 8" />
      <rect x="140" y="66" width="112" height="52" rx="6" />
      <path d="M168 66v52M196 66v52M224 66v52" />
      <path className="live" d="M175 82l8 10-8 10M203 82l8 10-8 10M231 82l8 10-8 10" />
      <path d="M256 92h40M288 84l8 8-8 8" />
      <circle className="wash" cx="330" cy="92" r="30" />
      <path className="live" d="M318 92l9 9 16-18" />
      <path d="M330 126v52M322 170l8 8 8-8" />
      <ellipse cx="330" cy="196" rx="40" ry="13" />
      <path d="M290 196v54c0 7 18 13 40 13s40-6 40-13v-54M290 214c0 7 18 13 40 13s40-6 40-13M290 232c0 7 18 13 40 13s40-6 40-13" />
      <path className="live" d="M286 232H120c-20 0-34-12-34-32v-44M78 164l8-8 8 8" />
      <text x="28" y="34">
        requests
      </text>
      <text x="140" y="52">
        queue
      </text>
      <text x="300" y="50">
        service
      </text>
      <text x="296" y="284">
        database
      </text>
      <text x="128" y="222">
        the answer
      </text>
    </>
  )
}
