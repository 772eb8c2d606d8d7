import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Says of a lead that a change took out of the list that it is saved. The line that was left is here now: its id and focus. */
export function LeftNotice({ left }: { left: { ref: number; isVisible: boolean } | null }) {
  if (!left) return null
  const { ref, isVisible } = left
  return (
    <Notice tone="success">
      <p id={`l-${ref}`}>
        L-{ref} is changed, and no longer among these leads.{' '}
        {isVisible && (
          <a className="row-link" href={paths.staff.lead(ref)}>
            Open L-{ref}
          </a>
        )}
      </p>
    </Notice>
  )
}
