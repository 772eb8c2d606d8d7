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
import { listHostChoices } from './find-type.server.ts'
import { addType } from './save-type.server.ts'
import { whyNotSaved } from './save-words.ts'
import { TypeForm } from './type-form.tsx'
import { typeSchema } from './type-schema.ts'
import { newType, typedFromForm } from './typed-type.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  requireOffice(await requireStaff(request))
  return { key: randomUUID(), hosts: await listHostChoices() }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const posted = await readForm(request)
  const key = z.uuid().safeParse(posted.get('key')).data ?? randomUUID()
  const form = parseFormData(typeSchema, posted)
  if (!form.ok) return refuse(key, form.values, form.errors)

  const added = await addType(viewer, { key, settings: form.value })
  if (!added.ok) return refuse(key, form.values, whyNotSaved(added.reason))
  return redirect(paths.staff.type(added.value, { done: 'added' }), 303)
}

function refuse(key: string, values: Typed, errors: FormErrors) {
  return data({ key, errors, values: typedFromForm(values) }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Add a type of consultation')

export default function NewTypePage() {
  const { key, hosts } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Add a type of consultation</h1>
        <div className="bar-end">
          <a href={paths.staff.types()}>All consultations</a>
        </div>
      </header>
      <div className="desk-body">
        <TypeForm
          formKey={refused?.key ?? key}
          values={refused?.values ?? newType}
          errors={refused?.errors ?? {}}
          hosts={hosts}
          save="Add the type"
        />
      </div>
    </>
  )
}
