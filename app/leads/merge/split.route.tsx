import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { typedText, typedTexts, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckList } from '#app/ui/check-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { getLead, refFrom, requireLead } from '../find-lead.server.ts'
import { cursorSchema } from '../keyset.ts'
import { requireEditor } from '../scope.server.ts'
import { listParts } from './list-parts.server.ts'
import { mostTickedParts, splitLead, splitRequestSchema, type SplitRefusal } from './split-lead.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { id, ref, title } = await getLead(viewer, refFrom(params.ref))
  requireEditor(viewer)
  const begun = readBegun(new URL(request.url).searchParams)
  return { ref, title, begun, ...(await listParts(id, { ticked: begun.parts, after: begun.after }, viewer)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const ref = await requireLead(viewer, params.ref)
  requireEditor(viewer)
  const form = await parseForm(splitRequestSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)
  const split = await splitLead(viewer, ref, form.value, new Date())
  if (split.ok) return redirect(paths.staff.lead(split.value), 303)
  if (split.reason === 'not-found') throw new Response(null, { status: 404 })
  return refuse({ parts: [whyNotSplit[split.reason]] }, form.values)
}

/** What was ticked and written before another page of the list was turned to. */
function readBegun(query: URLSearchParams) {
  const after = cursorSchema.safeParse(query.get('after'))
  const ids = (name: string) => query.getAll(name).filter((id) => z.uuid().safeParse(id).success)
  return {
    title: query.get('title') ?? '',
    parts: ids('parts').slice(0, mostTickedParts),
    senders: ids('senders').slice(0, mostTickedParts),
    after: after.success ? after.data : null,
  }
}

const whyNotSplit: Record<SplitRefusal, string> = {
  'nothing-chosen': 'What you chose is on this lead no longer. You see what is: choose again.',
  'nothing-left': 'Something has to stay with this lead. Leave at least one part unticked.',
}

function refuse(errors: FormErrors, typed: Typed) {
  return data(
    {
      errors,
      ...{ title: typedText(typed, 'title'), parts: typedTexts(typed, 'parts') },
      senders: typedTexts(typed, 'senders'),
    },
    { status: 422 },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: lead }) =>
  describePrivatePage(lead ? `Split L-${lead.ref}` : 'Split')

export default function SplitPage() {
  const { ref, title, begun, ticked, parts, senders, total, earlier } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = refused ?? begun
  const errors = refused?.errors ?? {}
  return (
    <>
      <header className="bar">
        <h1>Split a lead</h1>
        <span className="label">L-{ref}</span>
        <div className="bar-end">
          <a href={paths.staff.lead(ref)}>Back to {title}</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        {total < 2 ? (
          <EmptyState heading="There is nothing to split">
            <p>Only one thing came in on this lead, and it stays with it.</p>
          </EmptyState>
        ) : (
          <form method="post" className="panel form" noValidate>
            <ErrorSummary problems={problemsOf(errors)} />
            <p>
              For when somebody asked for two things, or something went to the wrong lead. What you tick
              becomes a lead of its own, with the same owner; its answers, files, letters and lines of the
              timeline go along. Nothing is sent to anybody.
            </p>
            <TextField
              name="title"
              label="What is needed there, in one line"
              hint="Such as 2 × Backend developer"
              defaultValue={typed.title}
              errors={errors.title}
            />
            {senders.length > 0 && (
              <CheckList
                name="senders"
                label="Everything that came from"
                choices={senders}
                ticked={typed.senders}
                errors={errors.senders}
              />
            )}
            <CheckList
              name="parts"
              label={senders.length > 0 ? 'Or one by one' : 'What becomes a lead of its own'}
              hint="A consultation and the form it was booked with go together."
              choices={[...ticked, ...parts]}
              ticked={typed.parts}
              errors={errors.parts}
            />
            <div className="btn-row">
              <Button tone="go">Make it a lead of its own</Button>
              {earlier && (
                <Button tone="quiet" formMethod="get" name="after" value={earlier}>
                  Show earlier ones
                </Button>
              )}
              {begun.after && (
                <Button tone="quiet" formMethod="get">
                  Show the newest
                </Button>
              )}
            </div>
            {(earlier || begun.after) && (
              <p className="beside">
                {parts.length} of {total}. What you ticked stays ticked, and at the top, on every page.
              </p>
            )}
          </form>
        )}
      </div>
    </>
  )
}
