import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Button } from '#app/ui/button.tsx'
import { draftCookie } from '../draft-cookie.server.ts'
import { findDraft, type Draft } from '../draft-rows.server.ts'
import { firstUnfinished } from '../draft.ts'
import { draftOf } from '../steps/step-data.server.ts'
import { keptUntil } from './send-draft-link.server.ts'

/** Opening the link changes nothing, because mail scanners open links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const draft = await draftOfLink(params.token ?? '')
  const here = await draftOf(request, new Date())
  return { keptUntil: keptUntil(draft), replacesOther: here !== null && here.id !== draft.id }
}

export async function action({ params, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const draft = await draftOfLink(params.token ?? '')
  const unfinished = firstUnfinished(draft.steps)
  const onward = unfinished ? paths.startStep(unfinished) : paths.startCheck()
  return redirect(onward, { status: 303, headers: { 'Set-Cookie': draftCookie(draft.publicId) } })
}

/** Unknown, forged, sent and expired ones look the same. */
async function draftOfLink(token: string): Promise<Draft> {
  const publicId = publicIdIn(token)
  const isOurs = publicId !== null && verifyLink('resume', token, { publicId })
  const draft = isOurs ? await findDraft(publicId, new Date()) : null
  if (!draft) throw new Response(null, { status: 404 })
  return draft
}

export const meta: MetaFunction = () => describePrivatePage('Go on with your request')

export default function Resume() {
  const { keptUntil, replacesOther } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <h1>Go on with your request</h1>
      <p className="lede">What you wrote so far is kept until {keptUntil}. Nothing has been sent yet.</p>
      {replacesOther && (
        <p>Another request was begun in this browser. Going on with this one leaves that one behind.</p>
      )}
      <form method="post" className="btn-row">
        <Button tone="go">Go on with it here</Button>
      </form>
    </div>
  )
}
