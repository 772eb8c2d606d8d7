type PeriodChoiceProps = {
  words: string
  lengths: readonly { length: number; isHere: boolean; href: string }[]
  earlier: string
  later: string | null
}

/** How many weeks, and which. */
export function PeriodChoice({ words, lengths, earlier, later }: PeriodChoiceProps) {
  return (
    <>
      <nav aria-label="How many weeks" className="switch">
        {lengths.map(({ length, isHere, href }) => (
          <a key={length} href={href} aria-current={isHere ? 'page' : undefined}>
            {length}
            <span className="said"> weeks</span>
          </a>
        ))}
      </nav>
      <span className="label">{words}</span>
      <nav className="bar-end" aria-label="Which weeks">
        <a className="btn btn-small" href={earlier}>
          ← Earlier
        </a>
        {later && (
          <a className="btn btn-small" href={later}>
            Later →
          </a>
        )}
      </nav>
    </>
  )
}
