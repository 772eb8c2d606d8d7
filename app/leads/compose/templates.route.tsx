import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { describePrivatePage } from '#app/seo/head.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { mayEdit, requireEditor } from '../scope.server.ts'
import { placeholders, templateSchema } from './template.ts'
import { deleteTemplate, listTemplates, mayChangeTeams, saveTemplate } from './templates.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const templates = await listTemplates(viewer)
  const edit = new URL(request.url).searchParams.get('edit')
  return {
    templates,
    edited: templates.find(({ id, mayChange }) => id === edit && mayChange) ?? null,
    mayWrite: mayEdit(viewer),
    mayShare: mayChangeTeams(viewer),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await readForm(request)
  const id = z.uuid().safeParse(form.get('template')).data ?? null
  if (form.get('intent') === 'delete') {
    const deleted = id ? await deleteTemplate(viewer, id) : { ok: false }
    if (!deleted.ok) throw new Response(null, { status: 404 })
    return redirect(paths.staff.templates(), 303)
  }
  const parsed = parseFormData(templateSchema, form)
  if (!parsed.ok) return refuse(parsed.errors, parsed.values)
  const saved = await saveTemplate(viewer, id, parsed.value, new Date())
  if (!saved.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.templates(), 303)
}

function refuse(errors: FormErrors, typed: Typed) {
  const values = {
    name: typedText(typed, 'name'),
    subject: typedText(typed, 'subject'),
    body: typedText(typed, 'body'),
    team: typedText(typed, 'team'),
  }
  return data({ errors, values }, { status: 422 })
}

export const meta: MetaFunction = () => describePrivatePage('Templates')

export default function Templates() {
  const { templates, edited, mayWrite, mayShare } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  const isTeams = values ? values.team === '1' : edited?.isTeams
  return (
    <>
      <header className="bar">
        <h1>Templates</h1>
        <div className="bar-end">
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body split">
        <section aria-labelledby="kept">
          <h2 id="kept">Letters to begin with</h2>
          {templates.length === 0 && (
            <p className="beside">None yet. A letter that you write often is written once here.</p>
          )}
          <ul className="plain-list view-list">
            {templates.map(({ id, name, isTeams: shared, mayChange }) => (
              <li key={id}>
                <span>
                  {name} <span className="beside">{shared ? 'everybody’s' : 'yours'}</span>
                </span>
                {mayChange && (
                  <form method="post" className="btn-row">
                    <a className="chip-text" href={`${paths.staff.templates()}?edit=${id}`}>
                      Change<span className="said"> {name}</span>
                    </a>
                    <input type="hidden" name="template" value={id} />
                    <Button small tone="quiet" name="intent" value="delete">
                      Delete<span className="said"> {name}</span>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
        {mayWrite && (
          <form method="post" className="form panel" noValidate aria-labelledby="write">
            <h2 id="write">{edited ? `Change “${edited.name}”` : 'Write a template'}</h2>
            <ErrorSummary problems={problemsOf(errors, ['name', 'subject', 'body'])} />
            {edited && <input type="hidden" name="template" value={edited.id} />}
            <TextField
              name="name"
              label="Name"
              maxLength={80}
              defaultValue={values?.name ?? edited?.name}
              errors={errors.name}
            />
            <TextField
              name="subject"
              label="Subject"
              maxLength={200}
              defaultValue={values?.subject ?? edited?.subject}
              errors={errors.subject}
            />
            <TextArea
              name="body"
              label="Letter"
              hint={
                <>
                  In double braces, what is known of the lead:{' '}
                  {Object.entries(placeholders).map(([name, means], index) => (
                    <span key={name}>
                      {index > 0 && ', '}
                      <code>{`{{${name}}}`}</code> {means}
                    </span>
                  ))}
                  .
                </>
              }
              rows={9}
              defaultValue={values?.body ?? edited?.body}
              errors={errors.body}
            />
            {mayShare && (
              <label className="radio">
                <input type="checkbox" name="team" value="1" defaultChecked={isTeams} />
                Everybody may use it
              </label>
            )}
            <div className="btn-row">
              <Button small tone="go">
                Save the template
              </Button>
              {edited && <a href={paths.staff.templates()}>Cancel</a>}
            </div>
          </form>
        )}
      </div>
    </>
  )
}
