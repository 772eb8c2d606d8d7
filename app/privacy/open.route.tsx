import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { rightsCookie } from './rights-cookie.server.ts'
import { isOpenable, openOnce } from './rights-request.server.ts'

/** Programs that read mail open every link in it: only the button uses it up. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  if (!(await isOpenable(params.token ?? '', new Date()))) throw new Response(null, { status: 404 })
  return null
}

export async function action({ params, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const id = await openOnce(params.token ?? '', new Date())
  if (!id) throw new Response(null, { status: 404 })
  return redirect(paths.privacyMine(), { status: 303, headers: { 'Set-Cookie': rightsCookie(id) } })
}

export const meta: MetaFunction = () => describePrivatePage('Your data')

export default function Open() {
  return (
    <div className="page">
      <h1>Open your data</h1>
      <p className="lede">
        This shows everything that we hold of your address, in this browser, for a quarter of an hour.
      </p>
      <form method="post" className="btn-row">
        <Button tone="go">Show me my data</Button>
      </form>
    </div>
  )
}
