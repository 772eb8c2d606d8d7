import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookingChart } from './booking-chart.ts'
import { answerChart, funnelChart, lostChart, ownerChart, sourceChart } from './lead-charts.ts'
import type { Period } from './period.ts'
import { summarise } from './summaries.ts'
import { tallyBookings } from './tally-bookings.server.ts'
import { cameIn, tallyLeads } from './tally-leads.server.ts'

/** The charts of a period, over what the viewer may see. */
export async function readDashboard(viewer: Viewer, { weeks }: Period, now: Date) {
  const [tally, bookings, staff] = await Promise.all([
    tallyLeads(viewer, weeks, now),
    tallyBookings(viewer, weeks, now),
    db.staff.findMany({ select: { id: true, name: true } }),
  ])
  const counted = { tally, came: cameIn(weeks), weeks }
  return {
    says: summarise(tally, bookings, weeks.length),
    sources: sourceChart(counted),
    funnel: funnelChart(counted),
    answers: answerChart(counted),
    lost: lostChart(counted),
    owners: ownerChart(counted, new Map(staff.map(({ id, name }) => [id, name]))),
    consultations: bookingChart(bookings, weeks),
  }
}
