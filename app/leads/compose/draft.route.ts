import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { parseForm } from '#app/ops/forms.server.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { refFrom } from '../find-lead.server.ts'
import { findKept } from '../merge/find-kept.server.ts'
import { requireEditor } from '../scope.server.ts'
import { draftSchema, keepDraft } from './drafts.server.ts'

/** There is nothing to look at; strangers learn not even that. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  throw new Response(null, { status: 404 })
}

/**
 * Keeps what is being typed, for a program of ours: 204 when it is kept. Whoever is signed out by then is sent elsewhere,
 * which a page's own answer could not be told from.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const ref = refFrom(params.ref)
  const draft = await parseForm(draftSchema, request)
  if (!draft.ok) return new Response(null, { status: 422 })
  const kept = await keepDraft(viewer, (await findKept(viewer, ref)) ?? ref, draft.value, new Date())
  return new Response(null, { status: kept.ok ? 204 : 404 })
}
