export type LiveTime = {
  href: string
  /** Written out: "Tuesday 1 December". */
  date: string
  time: string
}

type LiveTimesProps = {
  heading: string
  /** Whose clock the times are on: "Berlin time". */
  zoneName: string
  times: readonly LiveTime[]
  allHref: string
  allWords?: string
  /** Said when nothing is free. */
  emptyWords: string
}

/** The next free times as links that can be pressed: the product, where others put a photograph. */
export function LiveTimes({ heading, zoneName, times, allHref, allWords, emptyWords }: LiveTimesProps) {
  return (
    <section className="next" aria-labelledby="next-times">
      <header className="label">
        <h2 id="next-times" className={times.length > 0 ? 'label-live' : undefined}>
          {heading}
        </h2>
        <span>{zoneName}</span>
      </header>
      {times.length > 0 ? <TimeLinks times={times} /> : <p className="next-empty">{emptyWords}</p>}
      <a className="next-all label" href={allHref}>
        {allWords ?? 'All times, in your time zone'}
      </a>
    </section>
  )
}

function TimeLinks({ times }: { times: readonly LiveTime[] }) {
  return (
    <ol>
      {times.map(({ href, date, time }) => (
        <li key={href}>
          <a href={href}>
            <span className="next-time">{time}</span> <span>{date}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
