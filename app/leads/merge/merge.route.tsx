import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { getLead, listLeadsOfCompany, listOtherLeads, refFrom, requireLead } from '../find-lead.server.ts'
import { refIn } from '../search-words.ts'
import { requireEditor } from '../scope.server.ts'
import { findDuplicates } from './find-duplicates.server.ts'
import { mergeLeads, type MergeRefusal } from './merge-leads.server.ts'
import { mergeKinds, mergeRequestSchema } from './merge-choices.ts'
import { ChooseOther, MergePreview } from './merge-parts.tsx'
import { findPair } from './pair.server.ts'
import { showMerge } from './show-merge.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const lead = await getLead(viewer, refFrom(params.ref))
  requireEditor(viewer)
  const { searchParams } = new URL(request.url)
  const typed = searchParams.get('with')
  const { ref, title } = lead
  const other = typed === null ? null : refIn(typed.trim().replace(/^(?=\d)/, 'l-'))
  const pair = other === null ? null : await findPair(db, viewer, { ref, other })
  if (pair) {
    const kind = mergeKinds.find((each) => each === searchParams.get('kind')) ?? null
    return { ref, title, preview: await showMerge(viewer, pair, kind), choose: null }
  }
  const [duplicates, others, colleagues] = await Promise.all([
    findDuplicates(viewer, lead),
    listOtherLeads(viewer, lead),
    listLeadsOfCompany(viewer, lead),
  ])
  const choose = {
    duplicates: duplicates.seen,
    others: [...others, ...colleagues].filter((each) =>
      duplicates.seen.every((seen) => seen.ref !== each.ref),
    ),
    typed,
    error: typed === null ? null : other === ref ? sameLead : noSuchLead,
  }
  return data({ ref, title, preview: null, choose }, { status: typed === null ? 200 : 404 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const ref = await requireLead(viewer, params.ref)
  requireEditor(viewer)
  const form = await parseForm(mergeRequestSchema, request)
  if (!form.ok) return data({ problem: Object.values(form.errors).flat().join(' ') }, { status: 422 })
  const merged = await mergeLeads(viewer, ref, form.value, new Date())
  if (merged.ok) return redirect(`${paths.staff.lead(ref)}#regroupings`, 303)
  if (merged.reason === 'not-found') throw new Response(null, { status: 404 })
  return data(
    { problem: whyNotMerged[merged.reason] },
    { status: merged.reason === 'changed-meanwhile' ? 409 : 422 },
  )
}

const sameLead = 'This is the lead itself. Type the number of the other one.'
const noSuchLead = 'You have no lead of that number. Type it as in L-1042.'

const whyNotMerged: Record<Exclude<MergeRefusal, 'not-found'>, string> = {
  'two-owners': 'One of these leads is a colleague’s: a manager can merge them.',
  'unseen-leads':
    'One of these people has leads that you do not see: a manager can make them one. You can merge the two leads and leave the people two.',
  'one-person': 'Both leads are of one person already.',
  'changed-meanwhile': 'One of the leads was changed meanwhile. You see how they are now: choose again.',
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(shown ? `Merge L-${shown.ref}` : 'Merge')

export default function MergePage() {
  const { ref, title, preview, choose } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const refusal = refused?.problem ?? (preview?.refused && whyNotMerged[preview.refused])
  return (
    <>
      <header className="bar">
        <h1>Merge leads</h1>
        <span className="label">L-{ref}</span>
        <div className="bar-end">
          <a href={paths.staff.lead(ref)}>Back to {title}</a>
        </div>
      </header>
      <div className="desk-body stack merge">
        {refusal && <Notice tone="alert">{refusal}</Notice>}
        {preview && <MergePreview {...preview} />}
        {choose && <ChooseOther leadRef={ref} {...choose} />}
      </div>
    </>
  )
}
