import { subMinutes } from 'date-fns'

/** Whether a visitor may still move or cancel: until some hours before the start. Staff may at any time. */
export function changesAllowed(
  booking: { status: string; startsAt: Date; type: { cutoffMinutes: number } },
  now: Date,
): boolean {
  return booking.status === 'confirmed' && now <= subMinutes(booking.startsAt, booking.type.cutoffMinutes)
}
