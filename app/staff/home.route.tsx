import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { requireStaff } from './viewer.server.ts'

/** The desk opens on its leads. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  return redirect(paths.staff.leads(), 303)
}
