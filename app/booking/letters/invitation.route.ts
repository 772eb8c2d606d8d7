import type { LoaderFunctionArgs } from '@remix-run/node'
import { getBookingByToken } from '#app/booking/find-booking.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { invitationFile } from './announce-booking.server.ts'

/** The appointment as a file for any calendar. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const booking = await getBookingByToken(params.token ?? '')
  return new Response(invitationFile(booking, { now: new Date() }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="consultation.ics"',
    },
  })
}
