import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { getJob } from '../jobs/jobs.server.ts'
import { openExport } from './export-file.server.ts'

/** The file of an export, for whoever asked for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { id, createdAt } = await getJob(viewer, params.id)
  const file = await openExport(viewer, id)
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="leads-${createdAt.toISOString().slice(0, 10)}.csv"`,
    },
  })
}
