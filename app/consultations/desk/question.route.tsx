import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOffice } from '#app/calendars/scope.server.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { shownVersion } from '#app/ops/shown-version.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { getQuestion } from './find-type.server.ts'
import { QuestionForm } from './question-form.tsx'
import { questionDifferences, questionSchema, questionTyped, typedQuestion } from './question-schema.ts'
import { changeQuestion, removeQuestion } from './questions.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOffice(await requireStaff(request))
  const { type, question } = await getQuestion(params)
  return { slug: type.slug, name: type.name, values: questionTyped(question), version: question.version }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const { type, question } = await getQuestion(params)
  const which = { slug: type.slug, id: question.id }
  const posted = await readForm(request)
  const intent = posted.get('intent')
  if (intent === 'remove') {
    await removeQuestion(viewer, which)
    return redirect(paths.staff.type(type.slug, { done: 'removed' }), 303)
  }
  if (intent !== 'save') throw new Response(null, { status: 400 })

  const form = parseFormData(questionSchema, posted)
  const version = shownVersion(posted)
  const values = typedQuestion(form.values)
  if (!form.ok) return data({ errors: form.errors, values, version }, { status: 422 })
  const changed = await changeQuestion(viewer, { ...which, version }, form.value)
  if (!changed.ok && changed.reason === 'changed-meanwhile')
    return data({ errors: {}, values, version: null }, { status: 409 })
  if (!changed.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.type(type.slug, { done: 'saved' }), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Question')

export default function QuestionPage() {
  const { slug, name, values, version } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Question</h1>
        <div className="bar-end">
          <a href={paths.staff.type(slug)}>{name}</a>
        </div>
      </header>
      <div className="desk-body">
        <QuestionForm
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          version={refused?.version ?? version}
          meanwhile={refused?.version === null ? questionDifferences(values, refused.values) : null}
        />
      </div>
    </>
  )
}
