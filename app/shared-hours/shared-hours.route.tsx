import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import detectZone from '#app/booking/picker/detect-zone.js?url'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { showZones } from '#app/booking/picker/show-zones.ts'
import { ZoneField } from '#app/booking/picker/zone-field.tsx'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { cityOf, sayDayAndYear } from '#app/time/say.ts'
import type { LocalTime, TimeZone } from '#app/time/types.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { HoursForm } from './hours-form.tsx'
import { overlapAnswer } from './overlap-answer.ts'
import { sayOnTeamClock, sayOnYourClock, sayShared, SeasonShown } from './season-shown.tsx'
import { movedToShare, sharedThroughYear, type Season, type WorkingDay } from './shared-hours.ts'
import { hoursSchema, type Hours } from './typed-hours.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Shared hours' }]

const team: WorkingDay = {
  zone: site.office.timeZone,
  from: site.office.opens as LocalTime,
  until: site.office.closes as LocalTime,
}
/** What most teams find enough for the work that needs people. */
const enoughMinutes = 120

export function loader({ request }: LoaderFunctionArgs) {
  const now = Date.now()
  const zone = visitorZone(request)
  const { from, until, zones } = Object.fromEntries(new URL(request.url).searchParams)
  const typed = { ...(from && { from }), ...(until && { until }) }
  const hours = hoursSchema.safeParse(typed)
  return {
    zone,
    zones: showZones(
      {
        timeZone: zone,
        isGuessed: isZoneGuessed(request),
        zones,
        linkTo: (about) => paths.sharedHours({ ...typed, ...about }),
      },
      { date: dateIn(now, zone), now, clock: '24' },
    ),
    typed,
    errors: hours.success ? {} : hours.error.flatten().fieldErrors,
    result: hours.success ? resultOf(hours.data, zone, now) : null,
  }
}

function resultOf(hours: Hours, zone: TimeZone, now: number) {
  const visitor = { zone, ...hours }
  const seasons = sharedThroughYear(visitor, team, now)
  const isLean = seasons.some(({ minutesADay }) => minutesADay < enoughMinutes)
  return {
    hours,
    seasons,
    overlap: overlapAnswer(seasons),
    isLean,
    moved: isLean ? movedToShare(visitor, { team, seasons, wanted: enoughMinutes }) : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: 'Shared working hours, through every clock change',
    description: `Choose your city and your working hours, and see which of them you share with a team in ${site.country} through the year, before and after each clock change.`,
    path: paths.sharedHours(),
    matches,
    crumbs,
  })

export default function SharedHours() {
  const { zone, zones, typed, errors, result } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <Breadcrumbs crumbs={crumbs} />
      <h1>Which hours would we share?</h1>
      <p className="lede">
        Our team works from {team.from} to {team.until} in {cityOf(team.zone)}, Monday to Friday. Choose your
        city and your hours; the clock changes of the year are counted in.
      </p>
      <HoursForm
        zoneField={<ZoneField label="Your city" zones={zones} />}
        guessedZone={zones.isGuessed ? zone : undefined}
        typed={typed}
        errors={errors}
      />
      {zones.isGuessed && <script type="module" src={detectZone} />}
      {result && <Result zone={zone} {...result} />}
      <p>
        What shared hours are good for, and how a team works in the others:{' '}
        <a href={paths.guide('run-a-team-across-time-zones')}>how to run a team across time zones</a>.
      </p>
    </div>
  )
}

type ResultProps = ReturnType<typeof resultOf> & { zone: TimeZone }

function Result({ zone, hours, seasons, overlap, isLean, moved }: ResultProps) {
  const city = cityOf(zone)
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">
        {city} and {cityOf(team.zone)} through the year
      </h2>
      {seasons.map((season) => (
        <SeasonShown key={season.from} {...{ season, hours }} visitor={zone} team={team.zone} />
      ))}
      <Table
        caption={`Shared hours of ${city} and ${cityOf(team.zone)}`}
        head={['Season', `${city} time`, `${cityOf(team.zone)} time`, 'Shared']}
        rows={seasons.map((season) => ({
          key: season.from,
          cells: [
            <SeasonDates key={season.from} {...season} />,
            sayOnYourClock(season),
            sayOnTeamClock(season),
            sayShared(season),
          ],
        }))}
      />
      {isLean && <Lean zone={zone} moved={moved} />}
      <div className="doors no-print">
        <ButtonLink tone="go" href={paths.book({ timeZone: zone })}>
          {calls.book.label}
        </ButtonLink>
        <ButtonLink href={paths.start({ timeZone: zone, overlap })}>{calls.start.label}</ButtonLink>
      </div>
      <p className="field-hint">
        Both know your city by then; the request also knows how much you would share.
      </p>
    </section>
  )
}

/** A date is never broken, so that first and last stand above each other where there is no room for both. */
function SeasonDates({ from, until }: Pick<Season, 'from' | 'until'>) {
  return (
    <>
      <span className="unbroken">{sayDayAndYear(from)}</span> to{' '}
      <span className="unbroken">{sayDayAndYear(until)}</span>
    </>
  )
}

/** Less than two hours are shared at some time of the year: which hours would do, or how to work without. */
function Lean({ zone, moved }: Pick<ResultProps, 'zone' | 'moved'>) {
  if (!moved)
    return (
      <p>
        With usual hours on both sides that is too little for daily talks. Work is then handed over in
        writing, or somebody begins earlier or later by agreement: write down what you would want.
      </p>
    )
  return (
    <p>
      Two hours are enough for most teams. You would share them all year with a day{' '}
      <a href={paths.sharedHours({ timeZone: zone, ...moved })}>
        from {moved.from} to {moved.until}
      </a>
      , or if somebody on our side begins later.
    </p>
  )
}
