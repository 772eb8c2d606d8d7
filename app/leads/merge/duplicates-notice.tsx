import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Duplicate, Duplicates } from './find-duplicates.server.ts'

type Props = Duplicates & {
  heading?: string
  /** The lead that each can be merged into; left out where there is none, or nothing may be merged. */
  mergeInto?: number | null
}

/** Leads that may be the same, above everything else: two people who work one lead apart do harm. */
export function DuplicatesNotice({ seen, unseen, heading = 'Perhaps the same', mergeInto = null }: Props) {
  if (seen.length + unseen === 0) return null
  return (
    <Notice tone="amber" heading={heading}>
      {seen.length > 0 && (
        <ul className="plain-list">
          {seen.map((duplicate) => (
            <li key={duplicate.ref} className="spread duplicate">
              <DuplicateWords duplicate={duplicate} href={paths.staff.lead(duplicate.ref)} />
              {mergeInto !== null && (
                <a
                  className="btn btn-small"
                  href={paths.staff.mergeLead(mergeInto, { with: String(duplicate.ref) })}
                >
                  Compare<span className="said"> with L-{duplicate.ref}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {unseen > 0 && <p>{sayUnseen(unseen)}</p>}
    </Notice>
  )
}

/** Which lead it is, and why it may be the same. */
export function DuplicateWords({ duplicate, href }: { duplicate: Duplicate; href: string }) {
  const { ref, title, who, company, reason } = duplicate
  return (
    <span>
      <a href={href}>
        L-{ref} {title}
      </a>
      <br />
      <span className="beside">
        {[who, company].filter(Boolean).join(', ')} · {reason}
      </span>
    </span>
  )
}

function sayUnseen(count: number): string {
  return count === 1
    ? 'A colleague has a lead like this that you do not see: ask a manager.'
    : `Colleagues have ${count} leads like this that you do not see: ask a manager.`
}
