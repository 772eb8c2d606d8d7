import { paths } from '#app/paths.ts'
import type { Week, WeekBlock, WeekDay, WeekNote } from './week.ts'

type Host = { slug: string; name: string; initials: string }

/**
 * Seven days side by side, in each a column for each host; on a phone, one day under the other. For those who listen it
 * is a list for each day: lines, shades and columns are only for the eye.
 */
export function WeekGrid({
  week,
  hosts,
  zoneName,
}: {
  week: Week
  hosts: readonly Host[]
  zoneName: string
}) {
  const reachable = { tabIndex: 0 }
  return (
    <>
      <Legend hosts={hosts} zoneName={zoneName} />
      <section className="diary-scroll" aria-label={`The week, ${zoneName}`} {...reachable}>
        <div className={`diary lanes-${hosts.length}`}>
          <Hours hours={week.hours} rows={week.rows} />
          {week.days.map((day) => (
            <Day key={day.date} day={day} hosts={hosts} rows={week.rows} />
          ))}
        </div>
      </section>
    </>
  )
}

function Legend({ hosts, zoneName }: { hosts: readonly Host[]; zoneName: string }) {
  return (
    <div className="diary-legend">
      <ul>
        {hosts.map(({ slug, name, initials }, index) => (
          <li key={slug} className={hostClass(index)}>
            <b>{initials}</b> {name}
          </li>
        ))}
      </ul>
      <p className="label">{zoneName}</p>
    </div>
  )
}

function Hours({ hours, rows }: Pick<Week, 'hours' | 'rows'>) {
  return (
    <div className="diary-hours" aria-hidden="true">
      {hours.map(({ row, words }, index) => (
        <span key={row} className={placed(row, hours[index + 1]?.row ?? rows)}>
          {words}
        </span>
      ))}
    </div>
  )
}

function Day({ day, hosts, rows }: { day: WeekDay; hosts: readonly Host[]; rows: number }) {
  const { date, name, isToday, notes, blocks } = day
  return (
    <section
      className={isToday ? 'diary-day diary-today' : 'diary-day'}
      id={isToday ? 'today' : undefined}
      aria-labelledby={`day-${date}`}
    >
      <header>
        <DayName date={date} name={name} isToday={isToday} />
        <Notes notes={notes} hosts={hosts} />
        <div className="diary-lanes diary-initials" aria-hidden="true">
          {hosts.map(({ slug, initials }, index) => (
            <span key={slug} className={hostClass(index)}>
              {initials}
            </span>
          ))}
        </div>
      </header>
      <div className="diary-body">
        <Backdrop day={day} lanes={hosts.length} rows={rows} />
        {blocks.length > 0 ? (
          <ol className="diary-lanes">
            {blocks.map((block) => (
              <li key={block.key} className={`${placed(block.from, block.until)} lane-${block.lane + 1}`}>
                <Block block={block} host={hosts[block.lane]} />
              </li>
            ))}
          </ol>
        ) : (
          <p className="diary-empty">Nothing booked</p>
        )}
      </div>
    </section>
  )
}

/** `'Tue 1 Dec'` for the eye, the whole of it for the ear. */
function DayName({ date, name, isToday }: { date: string; name: string; isToday: boolean }) {
  const [weekday = '', day = '', month = ''] = name.split(' ')
  return (
    <h2 id={`day-${date}`}>
      <span className="said">
        {name}
        {isToday && ', today'}
      </span>
      <span aria-hidden="true">
        {weekday.slice(0, 3)} <b>{day}</b> {month.slice(0, 3)}
      </span>
    </h2>
  )
}

function Notes({ notes, hosts }: { notes: readonly WeekNote[]; hosts: readonly Host[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="diary-notes">
      {notes.map(({ host, words }) => {
        const whose = host === null ? undefined : hosts[host]
        return (
          <li key={`${host} ${words}`}>
            {whose && hosts.length > 1 && (
              <>
                <b aria-hidden="true">{whose.initials}</b>
                <span className="said">{whose.name}:</span>{' '}
              </>
            )}
            {words}
          </li>
        )
      })}
    </ul>
  )
}

function Backdrop({ day, lanes, rows }: { day: WeekDay; lanes: number; rows: number }) {
  return (
    <div className="diary-lanes diary-backdrop" aria-hidden="true">
      {Array.from({ length: lanes }, (_, lane) => (
        <i key={lane} className={`${placed(0, rows)} lane-${lane + 1} diary-lane`} />
      ))}
      {day.shades.map(({ lane, from, until }) => (
        <i key={`${lane} ${from}`} className={`${placed(from, until)} lane-${lane + 1} diary-shade`} />
      ))}
      {day.skips.map(({ from, until }) => (
        <i key={from} className={`${placed(from, until)} lane-all diary-skip`} />
      ))}
      {day.now !== null && <i className={`${placed(day.now, day.now + 1)} lane-all diary-now`} />}
    </div>
  )
}

function Block({ block: { time, lane, entry }, host }: { block: WeekBlock; host: Host | undefined }) {
  const [from, until] = time.split('–')
  const when = (
    <span className="block-time">
      {from}
      <span className="block-until">–{until}</span>
    </span>
  )
  const whose = host && <span className="block-host">{host.name}</span>
  if (entry.kind === 'busy') {
    return (
      <p className="block block-busy">
        {when} <span className="block-who">{entry.words}</span> {whose}
      </p>
    )
  }
  const { name, tone, sign } = entry.standing
  return (
    <a className={`block block-${tone} ${hostClass(lane)}`} href={paths.staff.booking(entry.reference)}>
      {when} <span className="block-who">{entry.visitor}</span> {whose}
      {sign && (
        <span className="block-sign" aria-hidden="true">
          {sign}
        </span>
      )}
      <span className="block-standing">{name}</span>
    </a>
  )
}

const hostColours = 4

function hostClass(index: number): string {
  return `host-${(index % hostColours) + 1}`
}

/** The place of a block as classes, since nothing may carry styles of its own: see week-grid.css. */
function placed(from: number, until: number): string {
  return `placed fh-${Math.floor(from / 4)} fq-${from % 4} uh-${Math.floor(until / 4)} uq-${until % 4}`
}
