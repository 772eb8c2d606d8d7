import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DoneNotice, readDone } from '#app/calendars/desk/done-notice.tsx'
import { requireOffice, runsTheOffice } from '#app/calendars/scope.server.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { shownVersion } from '#app/ops/shown-version.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import { sayZone } from '#app/time/say.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Status } from '#app/ui/status.tsx'
import { deleteType } from './arrange-types.server.ts'
import { getType, listHostChoices, wasBooked } from './find-type.server.ts'
import { isDirection } from './in-order.ts'
import { nextFree } from './list-types.server.ts'
import { QuestionPanel } from './question-panel.tsx'
import { moveQuestion } from './questions.server.ts'
import { changeType } from './save-type.server.ts'
import { whyNotSaved } from './save-words.ts'
import { TypeForm } from './type-form.tsx'
import { DeletePanel, NextFreePanel } from './type-panels.tsx'
import { typeSchema } from './type-schema.ts'
import { factsOf } from './type-words.ts'
import { typeDifferences } from './type-differences.ts'
import { typedFromForm, typedFromRow, type TypeTyped } from './typed-type.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const type = await getType(params.slug)
  const mayChange = runsTheOffice(viewer)
  const now = new Date()
  return {
    slug: type.slug,
    name: type.name,
    active: type.active,
    mayChange,
    done: readDone(request),
    facts: [...factsOf(type), { term: 'Held by', value: type.hosts.map(({ host }) => host.name).join(', ') }],
    values: typedFromRow(type),
    version: type.version,
    hosts: mayChange ? await listHostChoices() : [],
    questions: type.questions,
    next: type.active ? await nextFree(type.slug, viewer.timeZone, now) : null,
    zoneName: sayZone(viewer.timeZone, now),
    wasBooked: await wasBooked(type.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const slug = params.slug ?? ''
  const form = await readForm(request)
  const intent = form.get('intent')
  if (intent === 'save') return save(viewer, slug, form)
  if (intent === 'delete') return remove(viewer, slug)
  const id = form.get('of')
  if (!isDirection(intent) || typeof id !== 'string') throw new Response(null, { status: 400 })

  const moved = await moveQuestion(viewer, { slug, id }, intent)
  if (!moved.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.type(slug), 303)
}

async function save(viewer: Viewer, slug: string, posted: FormData) {
  const form = parseFormData(typeSchema, posted)
  const version = shownVersion(posted)
  const typed = { values: typedFromForm(form.values), version }
  if (!form.ok) return refuse(form.errors, typed)
  const saved = await changeType(viewer, { slug, version, settings: form.value })
  if (saved.ok) return redirect(paths.staff.type(saved.value, { done: 'saved' }), 303)
  if (saved.reason === 'not-found') throw new Response(null, { status: 404 })
  if (saved.reason === 'changed-meanwhile')
    return data({ errors: {}, values: typed.values, version: null }, { status: 409 })
  return refuse(whyNotSaved(saved.reason), typed)
}

async function remove(viewer: Viewer, slug: string) {
  const deleted = await deleteType(viewer, slug)
  if (deleted.ok) return redirect(paths.staff.types(), 303)
  if (deleted.reason === 'not-found') throw new Response(null, { status: 404 })
  return data({ errors: { '': [bookedMeanwhile] }, values: null, version: null }, { status: 409 })
}

const bookedMeanwhile = 'Somebody has booked this meanwhile, so it stays. You can stop offering it instead.'

/** `version`: what the form was drawn from, as long as it can still be saved; what is saved now otherwise. */
function refuse(errors: FormErrors, typed: { values: TypeTyped; version: number | null }) {
  return data({ errors, ...typed }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: type }) =>
  describePrivatePage(type?.name ?? 'Consultation')

export default function TypePage() {
  const { slug, name, active, mayChange, ...type } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>{name}</h1>
        {active ? <Status tone="signal">Offered</Status> : <Status tone="closed">Not offered</Status>}
        <div className="bar-end">
          <a href={paths.staff.types()}>All consultations</a>
        </div>
      </header>
      <div className="desk-body split">
        <div className="stack">
          {!refused && <DoneNotice done={type.done} />}
          {mayChange ? (
            <TypeForm
              values={refused?.values ?? type.values}
              errors={refused?.errors ?? {}}
              hosts={type.hosts}
              save="Save the type"
              version={refused?.version ?? type.version}
              meanwhile={
                refused?.values && refused.version === null
                  ? typeDifferences(type.values, refused.values, type.hosts)
                  : null
              }
            />
          ) : (
            <DefinitionList entries={type.facts} />
          )}
        </div>
        <div className="stack">
          <QuestionPanel slug={slug} questions={type.questions} mayChange={mayChange} />
          <NextFreePanel slug={slug} next={type.next} zoneName={type.zoneName} active={active} />
          {mayChange && <DeletePanel name={name} wasBooked={type.wasBooked} />}
        </div>
      </div>
    </>
  )
}
