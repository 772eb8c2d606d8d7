import type { ReactNode } from 'react'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import dateGrid from './date-grid.js?url'
import livePage from './live-page.js?url'
import { MonthGrid, MonthHead } from './month-grid.tsx'
import type { Picker, PickerTime } from './picker.ts'
import { sayTimes } from './say-count.ts'
import { HoldForm, TimeChoice } from './time-choice.tsx'

/** Where a choice leads: the page's own address with another month, day or time in it. */
export type PickerLinks = (query: { month?: string; date?: string; slot?: string; clock?: string }) => string

/**
 * The month and, beside it, the times of the chosen day. Every choice is a link, so it works without scripts; with
 * them, live-page.js swaps `#days` and `#times` in place and has `#picked` read out, and date-grid.js walks by keys.
 */
export function SlotPicker(props: {
  picker: Picker
  linkTo: PickerLinks
  /** The start of the booking that is being moved, as an ISO text: shown among the times, and not to be chosen. */
  ownStart?: string
  /** Where a chosen time is held. Without it, choosing is following a link. */
  holdAt?: string | undefined
  /** What is to be known of this month, below its days. */
  note?: ReactNode
}) {
  const { picker, linkTo, note } = props
  return (
    <>
      <div className="book-days" id="days">
        <MonthHead picker={picker} linkTo={linkTo} />
        <MonthGrid picker={picker} linkTo={linkTo} />
        {!picker.day && <NothingHere picker={picker} linkTo={linkTo} />}
        {note}
      </div>
      <div className="book-times" id="times">
        {picker.day && <DayTimes {...props} day={picker.day} />}
      </div>
      <output className="said" id="picked">
        {sayPicked(picker)}
      </output>
      <script type="module" src={livePage} />
      <script type="module" src={dateGrid} />
    </>
  )
}

function DayTimes(props: {
  day: NonNullable<Picker['day']>
  picker: Picker
  linkTo: PickerLinks
  ownStart?: string
  holdAt?: string | undefined
}) {
  const { day, picker, linkTo, ownStart, holdAt } = props
  return (
    <>
      <h2>{day.name}</h2>
      {picker.missedDay && <p>No time is free on {picker.missedDay}: this is another day.</p>}
      <p className="label">
        {sayTimes(day.times.length)}, {picker.zoneName}
      </p>
      <HoldForm holdAt={holdAt}>
        <ul className="times">
          {day.times.map((time) => (
            <li key={time.start}>
              {time.start === ownStart ? (
                <OwnTime time={time} />
              ) : (
                <TimeChoice {...time} holdAt={holdAt} href={linkTo({ date: day.date, slot: time.start })} />
              )}
            </li>
          ))}
        </ul>
      </HoldForm>
    </>
  )
}

function OwnTime({ time }: { time: PickerTime }) {
  return (
    <p className="time time-own">
      {time.words} <span>now booked</span>
    </p>
  )
}

function NothingHere({ picker, linkTo }: { picker: Picker; linkTo: PickerLinks }) {
  if (!picker.nextMonthWithTimes)
    return (
      <p>
        {sayNothing(picker)} <a href={paths.start()}>{calls.start.label}</a>, and we write to you.
      </p>
    )
  const { key, name } = picker.nextMonthWithTimes
  return (
    <p>
      {sayNothing(picker)} <a href={`${linkTo({ month: key })}#days`}>Go to {name}</a>
    </p>
  )
}

function sayNothing({ isEmpty, month }: Picker): string {
  return isEmpty ? 'No time is free at the moment.' : `No time is free in ${month.name}.`
}

function sayPicked(picker: Picker): string {
  const { day, month, zoneName } = picker
  if (!day) return sayNothing(picker)
  return `${month.name}. ${day.name}: ${sayTimes(day.times.length)}, ${zoneName}.`
}
