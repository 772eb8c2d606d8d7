import type { Waiting } from './next-action.ts'

/** What a lead waits for: the colour says how urgent it is, the words say it to everybody. */
export function Next({ urgency, words, when, isStale }: Waiting & { isStale: boolean }) {
  return (
    <span className={`next next-${urgency}`}>
      {words && <span className="next-what">{words}</span>}{' '}
      {when && <span className="next-when">{when}</span>}
      {/* What is late is quiet too, and worse. */}
      {isStale && urgency !== 'late' && <span className="stale">quiet</span>}
    </span>
  )
}
