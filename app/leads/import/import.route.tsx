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
import { parseFormData } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { readUpload } from '#app/requirements/files/read-upload.server.ts'
import type { FileProblem } from '#app/requirements/files/file-problem.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { csvProblemWords, mostFileMegabytes, mostRows, type CsvProblem } from './csv-problem.ts'
import { keepFile, requireImporter } from './import-acts.server.ts'
import { readCsv } from './read-csv.server.ts'

const formSchema = z.object({ key: z.uuid() })

export async function loader({ request }: LoaderFunctionArgs) {
  requireImporter(await requireStaff(request))
  return { key: randomUUID() }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireImporter(viewer)
  const upload = await readUpload(request)
  if (upload.problem) return refuse(problemOf(upload.problem))
  const form = parseFormData(formSchema, upload.form)
  if (!form.ok) throw new Response(null, { status: 400 })
  if (!upload.file) return refuse('none')
  const read = readCsv(upload.file.content)
  if (!read.ok) return refuse(read.reason)

  const { id } = await keepFile(viewer, { key: form.value.key, name: upload.file.name, file: read.value })
  return redirect(paths.staff.importColumns(id), 303)
}

function problemOf(problem: FileProblem): CsvProblem {
  return problem === 'too-big' || problem === 'several' ? problem : 'not-uploaded'
}

function refuse(problem: CsvProblem) {
  return data({ errors: { file: [csvProblemWords[problem]] } }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Import leads')

export default function ImportPage() {
  const { key } = useLoaderData<typeof loader>()
  const { errors } = useActionData<typeof action>() ?? { errors: { file: [] } }
  return (
    <>
      <header className="bar">
        <h1>Import leads</h1>
        <div className="bar-end">
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <form method="post" encType="multipart/form-data" className="panel form" noValidate>
          <p>
            A file with one lead a line, from a spreadsheet or another program. Next you say what its columns
            are; then every line is checked, and nothing is added before you have seen what will happen.
          </p>
          <ErrorSummary problems={problemsOf(errors)} />
          <input type="hidden" name="key" value={key} />
          <Field
            name="file"
            label="CSV file"
            hint={`Its first line names the columns. Up to ${mostFileMegabytes} MB and ${mostRows.toLocaleString('en-GB')} lines, with commas, semicolons or tabs.`}
            errors={errors.file}
          >
            {(control) => <input type="file" accept=".csv,.txt,.tsv,text/csv" {...control} />}
          </Field>
          <div className="btn-row">
            <Button tone="go">Read the file</Button>
          </div>
        </form>
      </div>
    </>
  )
}
