import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { refused, type Outcome } from '#app/ops/outcome.ts'
import { paragraph, requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from './add-note.server.ts'
import { draftSchema, dropDraftOf, keepDraft } from './compose/drafts.server.ts'
import { sendLetter } from './compose/send-letter.server.ts'
import { decideSuggestion } from './decide-suggestion.server.ts'
import { detailsSchema, editDetails, type Clashes, type DetailField } from './edit-details.server.ts'
import { actOnLine } from './line-forms.server.ts'
import { putAway, retag } from './group-lead.server.ts'
import { undoRegrouping, type UndoRefusal } from './merge/undo-regrouping.server.ts'
import { logCall } from './log-call.server.ts'
import { tagList } from './tags.ts'

/** What is shown again when one of the forms on a lead's page was refused. `form` says which one. */
export type RefusedForm = { form: Form; errors: FormErrors; typed: Record<string, string> }
type Form = 'compose' | 'line' | 'details' | 'suggestion' | 'tags' | 'regrouping'

const words = {
  note: z.object({ body: paragraph(20_000).refine(Boolean, 'Write the note.') }),
  call: z.object({ body: paragraph(4000).refine(Boolean, 'Say in a line what was spoken about.') }),
  mail: z.object({
    subject: requiredLine(200, 'Write the subject.'),
    body: paragraph(20_000).refine(Boolean, 'Write the letter.'),
  }),
}
const tagsSchema = z.object({ tags: tagList })
const suggestionSchema = z.object({ suggestion: z.uuid(), accept: z.enum(['yes', 'no']) })

/** Does what one of the page's forms asks (`intent` says which); null when it is done. 404 out of scope. */
export async function actOnLead(
  viewer: Viewer,
  ref: number,
  form: FormData,
  now: Date,
): Promise<RefusedForm | null> {
  const intent = form.get('intent')
  switch (intent) {
    case 'note':
    case 'call': {
      const parsed = parseFormData(words[intent], form)
      if (!parsed.ok) return refusal('compose', parsed)
      const act = intent === 'note' ? addNote : logCall
      found(await act(viewer, ref, { words: parsed.value.body }, now))
      return found(await dropDraftOf(viewer, ref, intent))
    }
    case 'mail': {
      const parsed = parseFormData(words.mail, form)
      if (!parsed.ok) return refusal('compose', parsed)
      const sent = await sendLetter(viewer, ref, parsed.value, now)
      if (!sent.ok && sent.reason === 'no-address')
        return refusal('compose', { values: parsed.values, errors: { '': [noAddress] } })
      return found(sent.ok ? sent : refused('not-found'))
    }
    case 'draft': {
      const parsed = parseFormData(draftSchema, form)
      if (!parsed.ok) return refusal('compose', parsed)
      return found(await keepDraft(viewer, ref, parsed.value, now))
    }
    case 'line': {
      form.set('ref', String(ref))
      const refusedLine = await actOnLine(viewer, form, now)
      return refusedLine && { form: 'line', errors: refusedLine.errors, typed: refusedLine.typed }
    }
    case 'tags': {
      const parsed = parseFormData(tagsSchema, form)
      if (!parsed.ok) return refusal('tags', parsed)
      return found(await retag(viewer, ref, parsed.value.tags, now))
    }
    case 'archive':
    case 'unarchive':
      return found(await putAway(viewer, ref, intent === 'archive', now))
    case 'details':
      return changeDetails(viewer, ref, form, now)
    case 'suggestion': {
      const parsed = parseFormData(suggestionSchema, form)
      if (!parsed.ok) throw new Response(null, { status: 400 })
      const { suggestion: id, accept } = parsed.value
      const decided = await decideSuggestion(viewer, ref, { id, accept: accept === 'yes' }, now)
      if (!decided.ok && decided.reason === 'email-taken')
        return refusal('suggestion', { values: {}, errors: { '': [emailTaken] } })
      return found(decided.ok ? decided : refused('not-found'))
    }
    case 'undo-regrouping': {
      const id = z.uuid().safeParse(form.get('regrouping'))
      if (!id.success) throw new Response(null, { status: 400 })
      const undone = await undoRegrouping(viewer, ref, id.data, now)
      if (undone.ok || undone.reason === 'not-found') return found(undone.ok ? undone : refused('not-found'))
      return refusal('regrouping', { values: {}, errors: { '': [whyNotUndone[undone.reason]] } })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const whyNotUndone: Record<Exclude<UndoRefusal, 'not-found'>, string> = {
  'regrouped-since': 'These leads were merged or split again since. Undo that first.',
  'worked-on':
    'The lead that was split off was worked on since, so it does not simply vanish. Merge it back.',
}

async function changeDetails(
  viewer: Viewer,
  ref: number,
  form: FormData,
  now: Date,
): Promise<RefusedForm | null> {
  const parsed = parseFormData(detailsSchema, form)
  if (!parsed.ok) return refusal('details', parsed)
  const { wasTitle, wasName, wasPhone, ...to } = parsed.value
  const was = { title: wasTitle, name: wasName, phone: wasPhone }
  const edited = await editDetails(viewer, ref, { to, was }, now)
  if (!edited.ok) return found(edited)
  const errors = Object.fromEntries(clashesIn(edited.value).map(([field, held]) => [field, [clash(held)]]))
  return Object.keys(errors).length > 0 ? refusal('details', { errors, values: parsed.values }) : null
}

function clashesIn(clashes: Clashes): [DetailField, string][] {
  return Object.entries(clashes) as [DetailField, string][]
}

function clash(held: string): string {
  return `A colleague wrote “${held || '(nothing)'}” here meanwhile. Yours is below: save again to keep it, or put theirs back.`
}

const noAddress = 'No e-mail address of theirs is known, so nothing can be sent.'
const emailTaken = 'This address belongs to another person. Merge the two, or decline it.'

function found(outcome: Outcome<unknown, 'not-found'>): null {
  if (!outcome.ok) throw new Response(null, { status: 404 })
  return null
}

function refusal(form: Form, { errors, values }: { errors: FormErrors; values: Typed }): RefusedForm {
  const typed = Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
  return { form, errors, typed }
}
