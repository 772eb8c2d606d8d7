/** A magnifying glass in the hand of the other drawings; the words beside it say what it does. */
export function SearchMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.75" strokeWidth="1.75" />
      <path d="M12.75 12.75 17 17" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
