import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { sayBriefDate } from '#app/time/say.ts'
import { isNarrowed, tabNames, tabs, type BookingFilter } from './booking-filter.ts'

export type Narrowed = Omit<BookingFilter, 'after'>
export type Choices = readonly { slug: string; name: string }[]

/** Searches and narrows within the tab that is open. */
export function BookingSearch(props: Narrowed & { hosts: Choices; types: Choices }) {
  const { show, host, type, q, from, until, was, hosts, types } = props
  return (
    <search>
      <form method="get" action={paths.staff.bookings()}>
        {Object.entries({ show, from, until, was }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          type="search"
          name="q"
          aria-label="Search bookings"
          placeholder="Name, company, B-7K3QXMP"
          maxLength={100}
          defaultValue={q}
        />
        <Narrow name="host" label="With" all="Everybody" choices={hosts} chosen={host} />
        {types.length > 1 && (
          <Narrow name="type" label="What" all="All kinds" choices={types} chosen={type} />
        )}
        <Button small>Search</Button>
      </form>
    </search>
  )
}

function Narrow(props: {
  name: string
  label: string
  all: string
  choices: Choices
  chosen: string | undefined
}) {
  const { name, label, all, choices, chosen } = props
  return (
    <select name={name} aria-label={label} defaultValue={chosen ?? ''}>
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.slug} value={choice.slug}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}

/** The tabs as links that keep the search; the one with work in it says how much. */
export function BookingTabs({ show, toMark, ...kept }: Narrowed & { toMark: string | null }) {
  const narrowing = { show, ...kept }
  return (
    <Chips label="Which bookings">
      {tabs.map((tab) => (
        <Chip key={tab} href={paths.staff.bookings({ ...narrowing, show: tab })} isHere={tab === show}>
          {tab === 'to-mark' && toMark ? `${tabNames[tab]} (${toMark})` : tabNames[tab]}
        </Chip>
      ))}
      {isNarrowed(narrowing) && (
        <li className="beside">
          {sayNarrowing(narrowing)} <a href={paths.staff.bookings({ show })}>Clear all</a>
        </li>
      )}
    </Chips>
  )
}

/** What no field of the search shows: of which days and, of those that are past, whether visitors came. */
function sayNarrowing({ show, from, until, was }: Narrowed): string {
  return [
    show === 'past' && was && { attended: 'held', no_show: 'no-shows' }[was],
    from && `from ${sayBriefDate(from)}`,
    until && `until ${sayBriefDate(until)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
