import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { hrefOf, queryOf } from '../list/addresses.ts'
import { readLeadFilter } from '../list/filter.ts'
import { actOnView, renameView, saveView } from './views.server.ts'

const viewName = requiredLine(60, 'Give the view a name.')
const newViewSchema = z.object({
  name: viewName,
  layout: z.enum(['list', 'board']),
  query: z.string().max(2000).default(''),
  shared: z.literal('1').optional(),
  isDefault: z.literal('1').optional(),
})
const renameSchema = z.object({ view: z.uuid(), name: viewName })
const actSchema = z.object({
  view: z.uuid(),
  intent: z.enum(['pin', 'unpin', 'default', 'no-default', 'share', 'unshare', 'delete']),
})

/** What was typed into the form that saves a view, and what kept it from being saved. */
export type RefusedView = {
  view: string | null
  errors: FormErrors
  typed: { name: string; layout: string; query: string; shared: boolean; isDefault: boolean }
}

/** Does what a form about views asks; null when it is done, and where to go when a view was saved. 404 for what is not theirs. */
export async function actOnViewForm(
  viewer: Viewer,
  form: FormData,
): Promise<RefusedView | { to: string } | null> {
  const intent = form.get('intent')
  if (intent === 'save') return save(viewer, form)
  if (intent === 'rename') return rename(viewer, form)
  const act = parseFormData(actSchema, form)
  if (!act.ok) throw new Response(null, { status: 400 })
  const acted = await actOnView(viewer, act.value.view, act.value.intent)
  if (!acted.ok) throw new Response(null, { status: 404 })
  return null
}

async function save(viewer: Viewer, form: FormData): Promise<RefusedView | { to: string }> {
  const parsed = parseFormData(newViewSchema, form)
  if (!parsed.ok) return refusal(form, null, parsed.errors)
  const { shared, isDefault, query, ...view } = parsed.value
  // Only what a filter understands is kept: nothing else that an address could carry.
  const filter = { ...readLeadFilter(new URLSearchParams(query)), after: undefined }
  const saved = await saveView(viewer, {
    ...view,
    ...{ query: queryOf(filter), shared: !!shared, isDefault: !!isDefault },
  })
  if (!saved.ok) return refusal(form, null, { name: ['You keep fifty views. Delete one first.'] })
  return { to: hrefOf(view.layout, filter) }
}

async function rename(viewer: Viewer, form: FormData): Promise<RefusedView | null> {
  const parsed = parseFormData(renameSchema, form)
  const view = String(form.get('view'))
  if (!parsed.ok) return refusal(form, view, parsed.errors)
  const renamed = await renameView(viewer, { id: parsed.value.view, name: parsed.value.name })
  if (renamed.ok) return null
  if (renamed.reason === 'not-found') throw new Response(null, { status: 404 })
  return refusal(form, view, { name: ['There is a view of this name already.'] })
}

function refusal(form: FormData, view: string | null, errors: FormErrors): RefusedView {
  const text = (name: string) => typedText(Object.fromEntries(form), name)
  const typed = {
    ...{ name: text('name'), layout: text('layout'), query: text('query') },
    ...{ shared: form.has('shared'), isDefault: form.has('isDefault') },
  }
  return { view, errors, typed }
}
