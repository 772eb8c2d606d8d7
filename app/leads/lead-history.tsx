import { letterStateWords } from '#app/mail/letter-state.ts'
import { paths } from '#app/paths.ts'
import { Status } from '#app/ui/status.tsx'
import type { HistoryDay, HistoryEntry } from './lead-timeline.ts'

/** What happened, newest day first. */
export function LeadHistory({ days }: { days: readonly HistoryDay[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">Timeline</h2>
      <HistoryDays days={days} />
    </section>
  )
}

/** The days alone, for a page that puts a heading and a filter over them. */
export function HistoryDays({ days }: { days: readonly HistoryDay[] }) {
  return (
    <>
      {days.map(({ date, heading, entries }) => (
        <div key={date} className="day">
          <h3>{heading}</h3>
          <ol className="timeline">
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { title, time, iso, by, words, tone, letter } = entry
  return (
    <li data-tone={tone}>
      <h4>{letter ? <a href={paths.staff.letter(letter.id)}>{title}</a> : title}</h4>
      <p className="label">
        <time dateTime={iso}>{time}</time>
        {by && ` · ${by}`}
      </p>
      {words && <p className="as-typed">{words}</p>}
      {letter && (
        <p>
          <Status tone={letterStateWords[letter.state].tone}>{letterStateWords[letter.state].name}</Status>
          {letter.goesOut && <span className="label"> goes out {letter.goesOut}</span>}
        </p>
      )}
    </li>
  )
}
