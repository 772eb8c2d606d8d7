import type { ReactNode } from 'react'
import type { Picker, PickerDay } from './picker.ts'
import { sayTimes } from './say-count.ts'
import type { PickerLinks } from './slot-picker.tsx'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

type Props = { picker: Picker; linkTo: PickerLinks }

/** The month's name and the way to its neighbours. */
export function MonthHead({ picker: { month }, linkTo }: Props) {
  return (
    <div className="month-head">
      <h2 id="month">{month.name}</h2>
      <nav className="month-turn" aria-label="Other months">
        <MonthTurn month={month.previous} rel="prev" label="Previous month" linkTo={linkTo}>
          ‹
        </MonthTurn>
        <MonthTurn month={month.next} rel="next" label="Next month" linkTo={linkTo}>
          ›
        </MonthTurn>
        <YearTurn month={month.yearBack} year="back" linkTo={linkTo} />
        <YearTurn month={month.yearOn} year="on" linkTo={linkTo} />
      </nav>
    </div>
  )
}

function MonthTurn(props: {
  month: string | null
  rel: 'prev' | 'next'
  label: string
  linkTo: PickerLinks
  children: ReactNode
}) {
  if (!props.month) return <span aria-hidden="true">{props.children}</span>
  return (
    <a href={`${props.linkTo({ month: props.month })}#days`} rel={props.rel} aria-label={props.label}>
      {props.children}
    </a>
  )
}

/** For Shift with the page keys alone: date-grid.js presses it. */
function YearTurn(props: { month: string | null; year: 'back' | 'on'; linkTo: PickerLinks }) {
  if (!props.month) return null
  return (
    <a hidden data-year={props.year} href={props.linkTo({ month: props.month })}>
      {props.year === 'back' ? 'A year back' : 'A year on'}
    </a>
  )
}

/** A table of links. That it answers to arrow keys as a grid is said by date-grid.js, which makes it so. */
export function MonthGrid({ picker, linkTo }: Props) {
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

/** A day without times is a link that leads nowhere: it can be stood on with the arrow keys, and says why not. */
function Day({ day, linkTo }: { day: PickerDay; linkTo: PickerLinks }) {
  const common = {
    className: day.isChosen ? 'day day-chosen' : 'day',
    'aria-label': `${day.name}, ${sayTimes(day.count)} available${day.isChosen ? ', chosen' : ''}`,
    'aria-current': day.isToday ? ('date' as const) : undefined,
  }
  if (day.count === 0) {
    return (
      <a {...common} role="link" aria-disabled="true">
        {day.number}
      </a>
    )
  }
  return (
    <a {...common} href={`${linkTo({ date: day.date })}#times`}>
      {day.number}
    </a>
  )
}
