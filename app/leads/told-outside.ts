import type { Told } from '#app/webhooks/webhook-event.ts'
import type { LeadEventEntry } from './lead-event.ts'

/** What other programs are told of an entry of the timeline; null for what is nobody's business but the desk's. */
export function toldOutside(entry: LeadEventEntry): Told | null {
  switch (entry.kind) {
    case 'submitted':
      return { event: 'lead.recorded', data: { source: entry.submission } }
    case 'status': {
      const { from, to, lostReason } = entry
      return { event: 'lead.status_changed', data: { from, to, ...(lostReason && { lostReason }) } }
    }
    case 'booked':
    case 'reopened':
      return { event: 'booking.confirmed', data: { booking: bookingOf(entry) } }
    case 'rescheduled': {
      const { reference, from, to, by } = entry
      return {
        event: 'booking.moved',
        data: { booking: { reference, startsAt: to }, previousStartsAt: from, by },
      }
    }
    case 'cancelled':
      return { event: 'booking.cancelled', data: { booking: bookingOf(entry), by: entry.by } }
    case 'marked':
      return { event: `booking.${entry.as}`, data: { booking: bookingOf(entry) } }
    default:
      return null
  }
}

function bookingOf({ reference, startsAt }: { reference: string; startsAt: string }) {
  return { reference, startsAt }
}
