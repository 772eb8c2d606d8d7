import { drawings } from './drawings.tsx'
import { type Family, familyLabels } from './role.ts'

/** A line drawing of what the family works on; the live stroke is what a person of this role is called for. */
export function FamilyDrawing({ family }: { family: Family }) {
  const { says, lines } = drawings[family]
  return (
    <figure className="drawing-sheet no-print">
      <svg className="drawing" viewBox="0 0 400 300" role="img" aria-label={`Drawing: ${says}`}>
        {lines}
      </svg>
      <figcaption className="label">{familyLabels[family]}</figcaption>
    </figure>
  )
}
