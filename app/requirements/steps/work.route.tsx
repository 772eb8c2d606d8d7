import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseFormData } from '#app/ops/forms.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { TextArea } from '#app/ui/field.tsx'
import { checkUpload } from '../files/check-upload.server.ts'
import { keepFile, removeFile } from '../files/draft-file.server.ts'
import { FileField } from '../files/file-field.tsx'
import { readUpload } from '../files/read-upload.server.ts'
import { schemas } from '../known.server.ts'
import { OpenChoice } from '../choice-field.tsx'
import { readinessWords, stageWords } from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import { typedRows } from '../role-rows.ts'
import { SkillFields } from '../skill-fields.tsx'
import { suggestSkills } from '../skill-suggestions.ts'
import {
  continueStep,
  draftOf,
  openStep,
  refuseStep,
  textsOf,
  typedIn,
  type RefusedStep,
} from './step-data.server.ts'
import { StepFrame } from './step-frame.tsx'
import { titleOfStep } from './step-title.ts'

const heading = 'What will they work on?'

export async function loader(args: LoaderFunctionArgs) {
  const { draft, page } = await openStep(args, 'work')
  const rows = typedRows(typedIn(draft?.steps.roles?.fields ?? []))
  const roles = rows.map(({ role }) => findRole(role ?? '')).filter((role) => role !== null)
  return { page, suggested: suggestSkills(roles), attached: draft?.file?.name ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const upload = await readUpload(args.request)
  const { form } = upload
  if (form.get('intent') === 'remove-file') return removeAndShow(args.request, form)
  const checked = await checkUpload(args.context.ip, upload)
  if (!checked.ok) {
    const parsed = parseFormData(schemas.work, form)
    const errors = { ...(parsed.ok ? {} : parsed.errors), file: [checked.reason] }
    return refuseStep(args.context, { values: parsed.values, errors, seen: String(form.get('seen') ?? '') })
  }

  const file = checked.value
  return continueStep(args, 'work', form, async (draft) => {
    if (file) await keepFile(draft.id, file, new Date())
  })
}

/** The page once more, without the file and with everything that was typed. */
async function removeAndShow(request: Request, form: FormData) {
  const draft = await draftOf(request, new Date())
  if (draft) await removeFile(draft.id)
  const shown: RefusedStep = {
    values: typedIn(textsOf(form)),
    errors: {},
    seen: String(form.get('seen') ?? ''),
  }
  return data(shown, { status: 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => titleOfStep(heading, shown?.page)

export default function WorkStep() {
  const { page, suggested, attached } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? page.values
  const errors = refused?.errors ?? {}
  return (
    <StepFrame
      {...page}
      heading={heading}
      seen={refused?.seen ?? page.seen}
      errors={errors}
      fields={['stage', 'readiness', 'message', 'file', 'skills', 'niceSkills']}
      withFile
    >
      <OpenChoice
        name="stage"
        label={labels.stage}
        words={stageWords}
        chosen={typedText(values, 'stage')}
        errors={errors.stage ?? []}
      />
      <OpenChoice
        name="readiness"
        label={labels.readiness}
        optional
        words={readinessWords}
        chosen={typedText(values, 'readiness')}
        errors={errors.readiness ?? []}
      />
      <TextArea
        name="message"
        label={labels.message}
        optional
        hint="Two or three sentences are enough."
        defaultValue={typedText(values, 'message')}
        errors={errors.message ?? []}
      />
      <FileField attached={attached} errors={errors.file ?? []} />
      <SkillFields suggested={suggested} typed={values} errors={errors} />
    </StepFrame>
  )
}
