import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEdit } from '#app/leads/scope.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayZone } from '#app/time/say.ts'
import { Pager } from '#app/ui/pager.tsx'
import { isNarrowed, readBookingFilter, referenceIn, tabNames } from './booking-filter.ts'
import { BookingLinks } from './booking-links.tsx'
import { rowOf } from './booking-row.ts'
import { BookingSearch, BookingTabs } from './booking-search.tsx'
import { BookingTable } from './booking-table.tsx'
import { isInScope } from './find-desk-booking.server.ts'
import { countedUpTo, countToMark, listBookings, listNarrowings } from './list-bookings.server.ts'
import { NoBookings } from './no-bookings.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const filter = readBookingFilter(new URL(request.url).searchParams)
  const reference = referenceIn(filter.q)
  if (reference && (await isInScope(viewer, reference))) throw redirect(paths.staff.booking(reference), 303)

  const now = new Date()
  const { after: _after, ...kept } = filter
  const [{ bookings, next }, toMark, narrowings] = await Promise.all([
    listBookings(viewer, filter, now),
    countToMark(viewer, filter, now),
    listNarrowings(),
  ])
  return {
    narrowed: kept,
    isNarrowed: filter.after !== undefined || isNarrowed(kept),
    ...narrowings,
    mayBook: mayEdit(viewer),
    toMark: sayCount(toMark),
    zoneName: sayZone(viewer.timeZone, now),
    rows: bookings.map((booking) => rowOf(booking, viewer, now)),
    first: filter.after ? paths.staff.bookings(kept) : null,
    more: next ? paths.staff.bookings({ ...kept, after: next }) : null,
  }
}

export const meta: MetaFunction = () => describePrivatePage('Bookings')

export default function Bookings() {
  const list = useLoaderData<typeof loader>()
  const { mayBook, narrowed, hosts, types, toMark, zoneName, rows, first, more } = list
  const { show } = narrowed
  return (
    <>
      <header className="bar">
        <h1>Bookings</h1>
        <BookingSearch {...narrowed} hosts={hosts} types={types} />
        <BookingLinks mayBook={mayBook} />
      </header>
      <div className="desk-body">
        <div className="tab-line">
          <BookingTabs {...narrowed} toMark={toMark} />
          <p className="label">{zoneName}</p>
        </div>
        {rows.length > 0 ? (
          <BookingTable rows={rows} caption={`${tabNames[show]} bookings, ${zoneName}`} />
        ) : (
          <NoBookings show={show} isNarrowed={list.isNarrowed} />
        )}
        <Pager
          newer={first ? { href: first, label: '← First page' } : null}
          older={more ? { href: more, label: show === 'upcoming' ? 'Later →' : 'Earlier →' } : null}
        />
      </div>
    </>
  )
}

function sayCount(count: number): string | null {
  if (count > countedUpTo) return `${countedUpTo}+`
  return count === 0 ? null : String(count)
}
