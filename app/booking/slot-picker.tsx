import type { ReactNode } from 'react'
import type { Picker, PickerDay } from './picker.ts'

/** Where a choice leads: the page's own address with another month, day or time in it. */
export type PickerLinks = (query: { month?: string; date?: string; slot?: string }) => string

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The month and, beside it, the times of the chosen day. Every choice is a link, so it works without scripts. */
export function SlotPicker({ picker, linkTo }: { picker: Picker; linkTo: PickerLinks }) {
  return (
    <>
      <div className="book-days" id="days">
        <MonthHead picker={picker} linkTo={linkTo} />
        <MonthGrid picker={picker} linkTo={linkTo} />
        {!picker.day && <NothingHere picker={picker} linkTo={linkTo} />}
      </div>
      <div className="book-times" id="times">
        {picker.day && <DayTimes day={picker.day} zoneName={picker.zoneName} linkTo={linkTo} />}
      </div>
    </>
  )
}

function MonthHead({ picker: { month }, linkTo }: { picker: Picker; linkTo: PickerLinks }) {
  return (
    <div className="month-head">
      <h2 id="month">{month.name}</h2>
      <nav className="month-turn" aria-label="Other months">
        <MonthTurn month={month.previous} label="Previous month" linkTo={linkTo}>
          ‹
        </MonthTurn>
        <MonthTurn month={month.next} label="Next month" linkTo={linkTo}>
          ›
        </MonthTurn>
      </nav>
    </div>
  )
}

function MonthTurn(props: { month: string | null; label: string; linkTo: PickerLinks; children: ReactNode }) {
  if (!props.month) return <span aria-hidden="true">{props.children}</span>
  return (
    <a href={`${props.linkTo({ month: props.month })}#days`} aria-label={props.label}>
      {props.children}
    </a>
  )
}

function MonthGrid({ picker, linkTo }: { picker: Picker; linkTo: PickerLinks }) {
  return (
    <table className="cal" aria-labelledby="month">
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday}>
              {weekday.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picker.weeks.map((week, index) => (
          <tr key={week.find((day) => day)?.date ?? index}>
            {week.map((day, weekday) => (
              <td key={day?.date ?? weekdays[weekday]}>{day && <Day day={day} linkTo={linkTo} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, linkTo }: { day: PickerDay; linkTo: PickerLinks }) {
  const today = day.isToday ? ('date' as const) : undefined
  if (day.count === 0) {
    return (
      <span className="day" aria-current={today}>
        {day.number}
      </span>
    )
  }
  return (
    <a
      className={day.isChosen ? 'day day-chosen' : 'day'}
      href={`${linkTo({ date: day.date })}#times`}
      aria-label={`${day.name}, ${sayCount(day.count)}${day.isChosen ? ', chosen' : ''}`}
      aria-current={today}
    >
      {day.number}
    </a>
  )
}

function DayTimes(props: { day: NonNullable<Picker['day']>; zoneName: string; linkTo: PickerLinks }) {
  const { day, zoneName, linkTo } = props
  return (
    <>
      <h2>{day.name}</h2>
      <p className="label">
        {sayCount(day.times.length)}, {zoneName}
      </p>
      <ul className="times">
        {day.times.map(({ start, words }) => (
          <li key={start}>
            <a className="time" href={linkTo({ date: day.date, slot: start })}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function NothingHere({ picker, linkTo }: { picker: Picker; linkTo: PickerLinks }) {
  if (picker.nextMonthWithTimes) {
    return (
      <p>
        No time is free in {picker.month.name}.{' '}
        <a href={`${linkTo({ month: picker.nextMonthWithTimes.key })}#days`}>
          Go to {picker.nextMonthWithTimes.name}
        </a>
      </p>
    )
  }
  return (
    <p>{picker.isEmpty ? 'No time is free at the moment.' : `No time is free in ${picker.month.name}.`}</p>
  )
}

function sayCount(count: number): string {
  return count === 1 ? '1 time' : `${count} times`
}
