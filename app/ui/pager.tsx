import { ButtonLink } from './button.tsx'

type Turn = { href: string; label?: string }

/** Turns the pages of a long list; draws nothing when there is only one. */
export function Pager({ newer, older }: { newer?: Turn | null; older?: Turn | null }) {
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label="More of this list">
      {newer ? (
        <ButtonLink small href={newer.href} rel="prev">
          {newer.label ?? '← Newer'}
        </ButtonLink>
      ) : (
        <span />
      )}
      {older && (
        <ButtonLink small href={older.href} rel="next">
          {older.label ?? 'Older →'}
        </ButtonLink>
      )}
    </nav>
  )
}
