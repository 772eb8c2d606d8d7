/** What each chart comes to, in a sentence. */
import type { BookingTally } from './tally-bookings.server.ts'
import { countOf } from './count-of.ts'
import { medianOf } from './median.ts'
import { percent, sayConsultations, sayLeads, sayOfficeTime } from './say.ts'
import type { LeadTally } from './tally-leads.server.ts'

export function summarise(tally: LeadTally, bookings: BookingTally, weeks: number) {
  return {
    sources: sayReceived(tally, weeks),
    funnel: sayWon(tally),
    answers: sayAnswered(tally),
    lost: sayLost(tally),
    consultations: sayHeld(bookings),
  }
}

function sayReceived({ byFate }: LeadTally, weeks: number): string {
  const all = countOf(byFate)
  return all === 0 ? 'No lead came in.' : `${sayLeads(all)} came in, ${sayAWeek(all / weeks)}.`
}

function sayAWeek(number: number): string {
  return number < 1 ? 'less than one a week' : `about ${Math.round(number).toLocaleString('en-GB')} a week`
}

function sayWon({ byFate }: LeadTally): string {
  const real = countOf(byFate, ({ status }) => status !== 'spam')
  const won = countOf(byFate, ({ status }) => status === 'won')
  const spam = countOf(byFate, ({ status }) => status === 'spam')
  if (real === 0) return 'No lead came in.'
  return `${percent(won, real)} of them are won.${spam ? ` Spam is left out: ${sayLeads(spam)}.` : ''}`
}

function sayAnswered({ byFate, answered }: LeadTally): string {
  const all = countOf(byFate, ({ answer }) => answer !== null && answer !== 'waiting' && answer !== 'none')
  const late = countOf(byFate, ({ answer }) => answer === 'late')
  const median = medianOf(new Map(answered.map(({ minutes, count }) => [minutes, count])))
  if (all === 0) return 'Nobody was answered yet.'
  const half = median === null ? '' : ` Half of them waited ${sayOfficeTime(median)} or less.`
  return `${percent(all - late, all)} of those answered were answered in the time we promise.${half}`
}

function sayLost({ byFate }: LeadTally): string {
  const lost = countOf(byFate, ({ status }) => status === 'lost')
  return lost === 0
    ? 'None is lost.'
    : `${sayLeads(lost)} that came in these weeks ${lost === 1 ? 'is' : 'are'} lost.`
}

function sayHeld(bookings: BookingTally): string {
  const held = countOf(bookings, ({ outcome }) => outcome === 'attended')
  const missed = countOf(bookings, ({ outcome }) => outcome === 'no_show')
  if (held + missed === 0) return 'None was held yet.'
  return `${sayConsultations(held)} held. In ${percent(missed, held + missed)} of cases nobody came.`
}
