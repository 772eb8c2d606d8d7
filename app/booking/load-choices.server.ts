import { nextFreeTimes } from '#app/booking/picker/next-free-times.server.ts'
import { paths } from '#app/paths.ts'
import { sayZone } from '#app/time/say.ts'
import type { Visit } from './visit.server.ts'

/** The types to choose from, each with the soonest time that it can be had. */
export type Choices = { timeZone: string; zoneName: string; types: TypeChoice[] }

export type TypeChoice = {
  href: string
  name: string
  minutes: number
  description: string
  place: string
  /** Null when no time of the coming month is free. */
  next: { date: string; time: string } | null
}

export async function loadChoices(visit: Visit, now: Date): Promise<Choices> {
  const { offered, timeZone, clock, context } = visit
  const types = offered.map(async ({ slug, name, minutes, description, place }) => {
    const { times } = await nextFreeTimes({ typeSlug: slug, timeZone, clock, now, count: 1 })
    const [next] = times
    return {
      href: paths.book({ ...context, type: slug }),
      name,
      minutes,
      description,
      place,
      next: next ? { date: next.date, time: next.time } : null,
    }
  })
  return { timeZone, zoneName: sayZone(timeZone, now), types: await Promise.all(types) }
}
