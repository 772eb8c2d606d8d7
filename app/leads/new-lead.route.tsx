import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { addLead } from './add-lead.server.ts'
import { findDuplicatesOf, type Duplicates } from './merge/find-duplicates.server.ts'
import { DuplicatesNotice } from './merge/duplicates-notice.tsx'
import { newLeadSchema } from './new-lead.ts'
import { requireEditor, seesEverything } from './scope.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  return { key: randomUUID(), mayImport: seesEverything(viewer) }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await parseForm(newLeadSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)

  const added = await addLead(viewer, form.value, new Date())
  if (!added.ok) {
    return added.reason === 'looks-alike'
      ? refuse({}, form.values, await findDuplicatesOf(viewer, form.value))
      : refuse({ '': [keyReused] }, { ...form.values, key: undefined })
  }
  return redirect(paths.staff.lead(added.value), 303)
}

const keyReused = 'This form was sent before with other words. Send it again to add a second lead.'

function refuse(errors: FormErrors, typed: Typed, alike: Duplicates | null = null) {
  const values = {
    key: typedText(typed, 'key'),
    title: typedText(typed, 'title'),
    name: typedText(typed, 'name'),
    email: typedText(typed, 'email'),
    company: typedText(typed, 'company'),
    phone: typedText(typed, 'phone'),
    note: typedText(typed, 'note'),
  }
  return data({ errors, values, alike }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Add a lead')

/** `key` is sent unseen. */
const shownFields = ['title', 'name', 'email', 'company', 'phone', 'note']

export default function NewLeadPage() {
  const { key, mayImport } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors = {}, values, alike } = refused ?? {}
  return (
    <>
      <header className="bar">
        <h1>Add a lead</h1>
        <div className="bar-end">
          {mayImport && <a href={paths.staff.import()}>Import many</a>}
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body stack">
        {alike && <DuplicatesNotice heading="There may be such a lead already" {...alike} />}
        <form method="post" className="form" noValidate>
          <p>For someone who asked by telephone, at a fair or through a friend. No letter is sent.</p>
          <ErrorSummary problems={problemsOf(errors, shownFields)} />
          <input type="hidden" name="key" value={values?.key || key} />
          <TextField
            name="title"
            label="What they need, in one line"
            hint="Such as 2 × Backend developer"
            defaultValue={values?.title}
            errors={errors.title}
          />
          <div className="form-row">
            <TextField name="name" label="Name" defaultValue={values?.name} errors={errors.name} />
            <TextField
              name="email"
              type="email"
              label="E-mail"
              defaultValue={values?.email}
              errors={errors.email}
            />
          </div>
          <div className="form-row">
            <TextField
              name="company"
              label="Company"
              optional
              defaultValue={values?.company}
              errors={errors.company}
            />
            <TextField
              name="phone"
              type="tel"
              label="Telephone"
              optional
              defaultValue={values?.phone}
              errors={errors.phone}
            />
          </div>
          <TextArea
            name="note"
            label="What was said"
            optional
            defaultValue={values?.note}
            errors={errors.note}
          />
          <div className="btn-row">
            {alike ? (
              <Button tone="go" name="sure" value="yes">
                Add it all the same
              </Button>
            ) : (
              <Button tone="go">Add the lead</Button>
            )}
          </div>
        </form>
      </div>
    </>
  )
}
