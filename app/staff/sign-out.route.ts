import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { endSession } from './session.server.ts'

/** Following a link signs nobody out. */
export function loader() {
  return redirect(paths.staff.signIn(), 303)
}

export async function action({ request }: ActionFunctionArgs) {
  const headers = await endSession(request.headers.get('cookie'))
  return redirect(paths.staff.signIn(), { status: 303, headers })
}
