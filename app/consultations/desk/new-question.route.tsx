import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireOffice } from '#app/calendars/scope.server.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { getType } from './find-type.server.ts'
import { QuestionForm } from './question-form.tsx'
import { mostQuestions, newQuestion, questionSchema, typedQuestion } from './question-schema.ts'
import { addQuestion } from './questions.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOffice(await requireStaff(request))
  const { slug, name } = await getType(params.slug)
  return { key: randomUUID(), slug, name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const { slug } = await getType(params.slug)
  const posted = await readForm(request)
  const key = z.uuid().safeParse(posted.get('key')).data ?? randomUUID()
  const form = parseFormData(questionSchema, posted)
  if (!form.ok) return refuse(key, form.values, form.errors)

  const added = await addQuestion(viewer, { slug, key, settings: form.value })
  if (added.ok) return redirect(paths.staff.type(slug, { done: 'added' }), 303)
  if (added.reason === 'not-found') throw new Response(null, { status: 404 })
  return refuse(key, form.values, { '': [tooMany] })
}

const tooMany = `A type asks ${mostQuestions} questions at most. Remove one first.`

function refuse(key: string, values: Typed, errors: FormErrors) {
  return data({ key, errors, values: typedQuestion(values) }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Add a question')

export default function NewQuestionPage() {
  const { key, slug, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Add a question</h1>
        <div className="bar-end">
          <a href={paths.staff.type(slug)}>{name}</a>
        </div>
      </header>
      <div className="desk-body">
        <QuestionForm
          formKey={refused?.key ?? key}
          values={refused?.values ?? newQuestion}
          errors={refused?.errors ?? {}}
        />
      </div>
    </>
  )
}
