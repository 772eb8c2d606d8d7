import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { line } from '#app/ops/text.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { getJob } from '../jobs/jobs.server.ts'
import { listOwners } from '../owners.server.ts'
import { ColumnTable } from './column-table.tsx'
import { checkImport, findOpenImport, requireImporter, type Choice } from './import-acts.server.ts'
import { importFields, mappingProblemWords, whyNotMapping } from './import-fields.ts'

const choiceSchema = z.object({
  title: line(200),
  owner: z
    .string()
    .regex(/^[A-Za-z0-9-]{0,40}$/, 'Choose somebody from the list.')
    .default(''),
  known: z.enum(['add', 'skip'], 'Choose what becomes of them.'),
})
const fieldSchema = z.enum(importFields).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireImporter(viewer)
  const { id } = await getJob(viewer, params.id)
  const job = await findOpenImport(viewer, id)
  if (!job) throw redirect(paths.staff.job(id), 303)
  const { head, fields, title, owner, known, fileName } = job.ask
  return {
    ...{ id, fileName, title, owner, known, total: job.total, owners: await listOwners() },
    columns: head.map((name, index) => ({
      name,
      field: fields?.[index] ?? null,
      samples: job.rows.flatMap(({ cells }) => cells[index] || []).slice(0, 3),
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireImporter(viewer)
  const { id } = await getJob(viewer, params.id)
  const job = await findOpenImport(viewer, id)
  if (!job) return redirect(paths.staff.job(id), 303)
  const form = await readForm(request)
  const fields = job.ask.head.map((_, index) => fieldSchema.parse(form.get(`c${index}`)))
  const parsed = parseFormData(choiceSchema, form)
  if (!parsed.ok) return refuse(parsed.errors, { ...job.ask, fields })
  const choice = { ...parsed.value, fields }
  const why = whyNotMapping(fields)
  if (why) return refuse({ c0: [mappingProblemWords[why]] }, choice)

  const checked = await checkImport(viewer, id, choice)
  if (!checked.ok && checked.reason === 'no-such-owner')
    return refuse({ owner: ['Choose somebody from the list.'] }, choice)
  return redirect(paths.staff.job(id), 303)
}

function refuse(errors: FormErrors, { fields, title, owner, known }: Choice) {
  return data({ errors, typed: { fields, title, owner, known } }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Import: columns')

export default function ImportColumnsPage() {
  const { fileName, columns, total, owners, ...held } = useLoaderData<typeof loader>()
  const { errors = {}, typed = null } = useActionData<typeof action>() ?? {}
  const { title, owner, known } = typed ?? held
  return (
    <>
      <header className="bar">
        <h1>What are its columns?</h1>
        <span className="label">{fileName}</span>
        <div className="bar-end">
          <a href={paths.staff.import()}>Another file</a>
        </div>
      </header>
      <div className="desk-body">
        <form method="post" className="form import-form" noValidate>
          <ErrorSummary problems={problemsOf(errors)} />
          <ColumnTable
            columns={columns.map((column, index) => ({
              ...column,
              field: typed?.fields ? (typed.fields[index] ?? null) : column.field,
            }))}
            errors={errors.c0}
          />
          <TextField
            name="title"
            label="What is needed, where a line does not say"
            hint="Such as Met at the fair in Berlin"
            optional
            maxLength={200}
            defaultValue={title}
            errors={errors.title}
          />
          <SelectField
            name="owner"
            label="Whose they become, where a line does not say"
            choices={[
              { value: '', label: 'Nobody' },
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={owner}
            errors={errors.owner}
          />
          <RadioField
            name="known"
            label="People whom we know by their e-mail address already"
            hint="What we know of them is never overwritten: what the file says otherwise becomes a suggestion."
            choices={[
              { value: 'add', label: 'Get another lead' },
              { value: 'skip', label: 'Are left out' },
            ]}
            defaultValue={known}
            errors={errors.known}
          />
          <div className="btn-row">
            <Button tone="go">
              Check {total === 1 ? '1 line' : `${total.toLocaleString('en-GB')} lines`}
            </Button>
          </div>
        </form>
      </div>
    </>
  )
}
