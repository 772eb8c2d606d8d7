import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { refused, type Outcome } from '#app/ops/outcome.ts'
import { paragraph } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from './add-note.server.ts'
import { changeStatus } from './change-status.server.ts'
import { leadStatuses, lostReasons, type StatusRefusal } from './lead-status.ts'
import { logCall } from './log-call.server.ts'

/** What is shown again when one of the forms on a lead's page was refused. */
export type RefusedForm = { errors: FormErrors; typed: Record<string, string> }

const noteSchema = z.object({ note: paragraph(20_000).refine(Boolean, 'Write the note.') })
const callSchema = z.object({ call: paragraph(4000).refine(Boolean, 'Say in a line what was spoken about.') })
const statusSchema = z.object({
  to: z.enum(leadStatuses, 'Choose a status.'),
  lostReason: z.enum(lostReasons, 'Choose a reason from the list.').optional(),
  statusNote: paragraph(1000),
  version: z.coerce.number().int(),
})

/** Does what one of the page's forms asks (`intent` says which); null when it is done. 404 out of scope. */
export async function actOnLead(
  viewer: Viewer,
  ref: number,
  form: FormData,
  now: Date,
): Promise<RefusedForm | null> {
  switch (form.get('intent')) {
    case 'note': {
      const parsed = parseFormData(noteSchema, form)
      if (!parsed.ok) return refusal(parsed)
      return found(await addNote(viewer, ref, { words: parsed.value.note }, now))
    }
    case 'call': {
      const parsed = parseFormData(callSchema, form)
      if (!parsed.ok) return refusal(parsed)
      return found(await logCall(viewer, ref, { words: parsed.value.call }, now))
    }
    case 'status': {
      const parsed = parseFormData(statusSchema, form)
      if (!parsed.ok) return refusal(parsed)
      const { statusNote, ...change } = parsed.value
      const outcome = await changeStatus(viewer, ref, { ...change, note: statusNote }, now)
      if (outcome.ok) return null
      if (outcome.reason === 'not-found') return found(refused(outcome.reason))
      const [field, message] = whyNot[outcome.reason]
      return refusal({ errors: { [field]: [message] }, values: parsed.values })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const whyNot: Record<StatusRefusal | 'changed-meanwhile', [field: string, message: string]> = {
  'same-status': ['to', 'The lead has this status already.'],
  'may-not-reopen': ['to', 'A manager can open a closed lead again.'],
  'needs-event': ['to', 'Log the call you made: that makes the lead contacted.'],
  'needs-lost-reason': ['lostReason', 'Choose why it was lost.'],
  'needs-lost-note': ['statusNote', 'Say in a line what the other reason is.'],
  'needs-reopen-note': ['statusNote', 'Say in a line why it is opened again.'],
  'changed-meanwhile': [
    '',
    'A colleague changed this lead meanwhile. You see it as it is now; if your change still fits, send it again.',
  ],
}

function found(outcome: Outcome<null, 'not-found'>): null {
  if (!outcome.ok) throw new Response(null, { status: 404 })
  return null
}

function refusal({ errors, values }: { errors: FormErrors; values: Typed }): RefusedForm {
  const typed = Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
  return { errors, typed }
}
