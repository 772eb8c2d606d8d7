import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { getJob } from '../jobs/jobs.server.ts'
import { openRefused } from './refused-rows.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { id } = await getJob(viewer, params.id)
  const file = await openRefused(viewer, id)
  if (file === null) throw new Response(null, { status: 404 })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="lines-to-mend.csv"',
    },
  })
}
