import type { ReactNode } from 'react'
import type { DeskDone } from '#app/desk-paths.ts'
import { paths } from '#app/paths.ts'
import { Status } from '#app/ui/status.tsx'
import { DoneNotice } from './done-notice.tsx'
import { StandingNotice, type SaidStanding } from './standing-notice.tsx'

export type CalendarHead = {
  slug: string
  name: string
  active: boolean
  /** `'15:31 Kolkata time'` */
  clock: string
  mayChange: boolean
  standing: SaidStanding[]
  done: DeskDone | null
}

const calendarTabs = ['Settings', 'Hours', 'Dates', 'Feeds'] as const
type CalendarTab = (typeof calendarTabs)[number]

/** What all pages of one calendar share: its name and clock, the way between its pages, what to know first. */
export function CalendarFrame({
  head,
  tab,
  children,
}: {
  head: CalendarHead
  tab: CalendarTab
  children: ReactNode
}) {
  return (
    <>
      <header className="bar">
        <h1>{head.name}</h1>
        <span className="label">{head.clock}</span>
        {!head.active && <Status tone="closed">Cannot be booked</Status>}
        <div className="bar-end">
          <a href={paths.staff.calendars()}>All calendars</a>
        </div>
      </header>
      <nav className="calendar-tabs" aria-label="This calendar">
        {calendarTabs.map((name) => (
          <a key={name} href={tabPath(name, head.slug)} aria-current={name === tab ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className="desk-body">
        <DoneNotice done={head.done} />
        <StandingNotice bookings={head.standing} />
        {children}
      </div>
    </>
  )
}

function tabPath(tab: CalendarTab, host: string): string {
  switch (tab) {
    case 'Settings':
      return paths.staff.calendar(host)
    case 'Hours':
      return paths.staff.calendarHours(host)
    case 'Dates':
      return paths.staff.calendarDates(host)
    case 'Feeds':
      return paths.staff.calendarFeeds(host)
  }
}
