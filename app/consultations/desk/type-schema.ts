/** A type of consultation as staff type it, and what becomes of it. The limits are those of the tables. */
import { z } from 'zod'
import { meetingLimits, type MeetingLimits } from '#app/calendars/limit-columns.ts'
import { slugFrom } from '#app/ops/slug.ts'
import { line, paragraph } from '#app/ops/text.ts'
import type { Place, WindowKind } from '#app/prisma/enums.ts'
import { isCalendarDate } from '#app/time/calendar-dates.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { minutesIn, wholeNumber } from './amounts.ts'
import { isSlug } from './slug.ts'

/** A type as it is kept; `hosts` with the share and the hours of each. */
export type TypeSettings = MeetingLimits & {
  name: string
  slug: string
  description: string
  minutes: number
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  cutoffMinutes: number
  windowKind: WindowKind
  windowDays: number | null
  windowFrom: CalendarDate | null
  windowUntil: CalendarDate | null
  place: Place
  placeDetail: string
  followUp: boolean
  active: boolean
  hosts: TypeHostSettings[]
}
export type TypeHostSettings = { id: string; rank: number; weight: number; scheduleId: string | null }

export const mostHosts = 100
export const lastRank = 3

const hostSchema = z.object({
  id: z.uuid(),
  on: line(10),
  rank: line(10),
  weight: line(10),
  schedule: line(60),
})

const limitFields = Object.fromEntries(meetingLimits.map(({ column }) => [column, line(10)])) as Record<
  keyof MeetingLimits,
  ReturnType<typeof line>
>

// Every field takes any text here, so that all that is wrong is said at once by `readSettings`.
const typedSchema = z.object({
  name: line(80),
  slug: line(60),
  description: paragraph(1000),
  minutes: line(10),
  stepMinutes: line(10),
  bufferBeforeMinutes: line(10),
  bufferAfterMinutes: line(10),
  notice: line(10),
  noticeUnit: line(10),
  cutoff: line(10),
  cutoffUnit: line(10),
  windowKind: z.enum(['days', 'business_days', 'dates'], 'Choose how far ahead it can be booked.'),
  windowDays: line(10),
  windowFrom: line(10),
  windowUntil: line(10),
  ...limitFields,
  place: z.enum(['usual', 'video', 'phone', 'address'], 'Choose how you meet.'),
  videoLink: line(300),
  address: line(300),
  followUp: line(10),
  active: line(10),
  hosts: z.array(hostSchema).max(mostHosts, 'These are more calendars than there are.').default([]),
})
type TypedSettings = z.output<typeof typedSchema>
type Context = z.core.$RefinementCtx

export const typeSchema = typedSchema.transform(readSettings)

function readSettings(typed: TypedSettings, context: Context): TypeSettings {
  const wrong = (field: string, message: string) => refuse(context, [field], message)
  const whole = (field: keyof TypedSettings, range: { from: number; to: number }) =>
    wholeNumber(String(typed[field]), range) ??
    (wrong(field, `Write a whole number of minutes from ${range.from} to ${range.to}.`), 0)
  if (typed.name === '') wrong('name', 'Enter a name: what visitors choose by.')
  return {
    name: typed.name,
    slug: readSlug(typed, wrong),
    description: typed.description,
    minutes: whole('minutes', { from: 5, to: 480 }),
    stepMinutes: whole('stepMinutes', { from: 5, to: 1440 }),
    bufferBeforeMinutes: whole('bufferBeforeMinutes', { from: 0, to: 240 }),
    bufferAfterMinutes: whole('bufferAfterMinutes', { from: 0, to: 240 }),
    noticeMinutes: readDuration(typed, 'notice', wrong),
    cutoffMinutes: readDuration(typed, 'cutoff', wrong),
    ...readWindow(typed, wrong),
    ...readLimits(typed, wrong),
    ...readPlace(typed, wrong),
    followUp: typed.followUp !== '',
    active: typed.active !== '',
    hosts: readHosts(typed, context),
  }
}

type Wrong = (field: string, message: string) => void

function refuse(context: Context, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message })
}

function readSlug({ slug, name }: TypedSettings, wrong: Wrong): string {
  const made = slug.toLowerCase() || slugFrom(name, { most: 60 })
  if (name !== '' && !isSlug(made)) {
    wrong(
      'slug',
      'Write small letters from a to z, digits and hyphens, such as first-call; not “new”, “links” or “hold”.',
    )
  }
  return made
}

function readDuration(typed: TypedSettings, field: 'notice' | 'cutoff', wrong: Wrong): number {
  const minutes = minutesIn(typed[field], typed[`${field}Unit`])
  if (minutes === null) wrong(field, 'Write a whole number, and no more than 30 days in all.')
  return minutes ?? 0
}

function readLimits(typed: TypedSettings, wrong: Wrong): MeetingLimits {
  const limits = meetingLimits.map(({ column, most }) => {
    if (typed[column] === '') return [column, null]
    const limit = wholeNumber(typed[column], { from: 1, to: most })
    if (limit === null) wrong(column, `Write a whole number from 1 to ${most}, or leave it empty.`)
    return [column, limit]
  })
  return Object.fromEntries(limits) as MeetingLimits
}

function readWindow(typed: TypedSettings, wrong: Wrong) {
  const none = { windowDays: null, windowFrom: null, windowUntil: null }
  const { windowKind } = typed
  if (windowKind !== 'dates') {
    const windowDays = wholeNumber(typed.windowDays, { from: 1, to: 365 })
    if (windowDays === null) wrong('windowDays', 'Write a whole number of days from 1 to 365.')
    return { ...none, windowKind, windowDays }
  }
  const windowFrom = readDate(typed.windowFrom)
  const windowUntil = readDate(typed.windowUntil)
  if (!windowFrom) wrong('windowFrom', 'Write the first date, such as 2027-03-01.')
  if (!windowUntil) wrong('windowUntil', 'Write the last date, such as 2027-03-31.')
  if (windowFrom && windowUntil && windowUntil < windowFrom) {
    wrong('windowUntil', 'The last date must not lie before the first.')
  }
  return { ...none, windowKind, windowFrom, windowUntil }
}

function readDate(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : null
}

function readPlace({ place, videoLink, address }: TypedSettings, wrong: Wrong) {
  switch (place) {
    case 'usual':
    case 'phone':
      return { place, placeDetail: '' }
    case 'video':
      if (!isRoomTemplate(videoLink)) {
        wrong('videoLink', 'Write a link that begins with https:// and has {id} where the room’s name goes.')
      }
      return { place, placeDetail: videoLink }
    case 'address':
      if (address === '') wrong('address', 'Write the address where you meet.')
      return { place, placeDetail: address }
    default:
      return place satisfies never
  }
}

/** `https://meet.example/{id}`: after the host's name, or the room would be at a stranger's. */
function isRoomTemplate(link: string): boolean {
  const [before = '', ...after] = link.split('{id}')
  return (
    after.length === 1 && /^https:\/\/[^\s/]+\/\S*$/.test(before) && URL.canParse(before + after.join('x'))
  )
}

function readHosts({ hosts }: TypedSettings, context: Context): TypeHostSettings[] {
  return hosts.flatMap(({ id, on, rank, weight: typed, schedule }, index) => {
    if (on === '') return []
    const weight = wholeNumber(typed, { from: 1, to: 100 })
    if (weight === null) {
      refuse(context, ['hosts', index, 'weight'], 'Write the share as a whole number from 1 to 100.')
    }
    // Chosen from a list: only a crafted form has another.
    const ranked = wholeNumber(rank || '1', { from: 1, to: lastRank }) ?? 1
    return [{ id, rank: ranked, weight: weight ?? 1, scheduleId: z.uuid().safeParse(schedule).data ?? null }]
  })
}
