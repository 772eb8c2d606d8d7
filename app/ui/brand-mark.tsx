/** The mark beside the name: a ruled page with one live line. Change the drawing with the name. */
export function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden="true" focusable="false">
      <path d="M3 4.5h16M3 17.5h16" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
      <path d="M3 11h9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="17.5" cy="11" r="2.2" fill="currentColor" />
    </svg>
  )
}
