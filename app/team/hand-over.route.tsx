import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { listColleagues } from './colleagues.server.ts'
import { getMember } from './find-member.server.ts'
import { handOver, type HandedOver } from './hand-over.server.ts'
import { requireAdmin } from './rights.server.ts'
import { sayWork } from './say-work.ts'
import { countWork } from './work-left.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireAdmin(await requireStaff(request))
  const now = new Date()
  const { id, name } = await getMember(params.id, now)
  return { id, name, work: sayWork(await countWork(id, now)), colleagues: await listColleagues(id, now) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const { id } = await getMember(params.id, new Date())
  const to = String((await readForm(request)).get('to') ?? '')
  const handed = await handOver(viewer, { from: id, to }, new Date())
  if (handed.ok) return { handed: handed.value, errors: noErrors }
  return data({ handed: null, errors: { to: ['Choose a colleague from the list.'] } }, { status: 422 })
}

const noErrors: FormErrors = {}

export const meta: MetaFunction = () => describePrivatePage('Hand over work')

export default function HandOverPage() {
  const { id, name, work, colleagues } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Hand over {name}’s work</h1>
        <div className="bar-end">
          <a href={paths.staff.member(id)}>Back</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(acted?.errors ?? {})} />
        {acted?.handed && <Done {...acted.handed} />}
        {work === '' ? (
          <EmptyState heading="Nothing is left to hand over">
            <p>No open lead, no open task and no coming consultation.</p>
          </EmptyState>
        ) : (
          <form method="post" className="panel form" noValidate>
            <p>{work}: this goes to one colleague, who is told, and visitors are told whom they will meet.</p>
            <p>
              Two things may not: a task about a lead that the colleague does not see goes to the lead’s
              owner, and a consultation that the colleague cannot hold stays.
            </p>
            <SelectField
              name="to"
              label="To whom"
              choices={[{ value: '', label: 'Choose a colleague' }, ...colleagues]}
              errors={acted?.errors.to}
            />
            <Button tone="go">Hand it over</Button>
          </form>
        )}
      </div>
    </>
  )
}

function Done({ left, leftTasks, toOwners, ...work }: HandedOver) {
  const isWhole = left.length + leftTasks.length === 0
  const said = sayWork(work)
  return (
    <Notice tone={isWhole ? 'success' : 'amber'} heading="Handed over">
      {said !== '' && <p>To the colleague: {said}.</p>}
      {toOwners > 0 && (
        <p>
          To the owners of the leads that {toOwners === 1 ? 'it is' : 'they are'} about, because the colleague
          does not see these: {toOwners === 1 ? '1 task' : `${toOwners} tasks`}.
        </p>
      )}
      {said === '' && toOwners === 0 && <p>Nothing could be handed over.</p>}
      {left.length > 0 && (
        <p>
          The colleague cannot hold these consultations, so they stay; look at each:{' '}
          {left.map((reference) => (
            <span key={reference}>
              <a href={paths.staff.booking(reference)}>{reference}</a>{' '}
            </span>
          ))}
        </p>
      )}
      {leftTasks.length > 0 && (
        <>
          <p>
            These tasks are about leads that the colleague does not see and nobody else holds, so they stay:
          </p>
          <ul>
            {leftTasks.map(({ id, title }) => (
              <li key={id}>
                <a href={paths.staff.task(id)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
