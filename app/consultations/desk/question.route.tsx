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
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { getQuestion } from './find-type.server.ts'
import { QuestionForm } from './question-form.tsx'
import { questionSchema, questionTyped, typedQuestion } from './question-schema.ts'
import { changeQuestion, removeQuestion } from './questions.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOffice(await requireStaff(request))
  const { type, question } = await getQuestion(params)
  return { slug: type.slug, name: type.name, values: questionTyped(question) }
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
  if (!form.ok) return data({ errors: form.errors, values: typedQuestion(form.values) }, { status: 422 })
  const changed = await changeQuestion(viewer, which, form.value)
  if (!changed.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.type(type.slug, { done: 'saved' }), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Question')

export default function QuestionPage() {
  const { slug, name, values } = useLoaderData<typeof loader>()
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
        <QuestionForm values={refused?.values ?? values} errors={refused?.errors ?? {}} />
      </div>
    </>
  )
}
