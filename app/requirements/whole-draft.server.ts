import { parseFormData } from '#app/ops/forms.server.ts'
import type { Draft } from './draft-rows.server.ts'
import { formOf } from './draft.ts'
import { schemas } from './known.server.ts'
import { steps, type RequirementRequest, type Step } from './requirement.ts'

/**
 * What a draft says as a whole, checked anew: the catalogue or the notice may have changed since. Otherwise the first
 * step that has to be looked at, and whether it was done before.
 */
export function wholeOf(
  draft: Draft,
): { request: RequirementRequest } | { unfinished: Step; wasDone: boolean } {
  const form = (step: Step) => formOf(draft.steps[step]?.fields ?? [])
  const roles = parseFormData(schemas.roles, form('roles'))
  const work = parseFormData(schemas.work, form('work'))
  const terms = parseFormData(schemas.terms, form('terms'))
  const contact = parseFormData(schemas.contact, form('contact'))

  const isRight = { roles: roles.ok, work: work.ok, terms: terms.ok, contact: contact.ok }
  const unfinished = steps.find((step) => !isRight[step] || !draft.steps[step]?.done)
  if (unfinished || !roles.ok || !work.ok || !terms.ok || !contact.ok) {
    const step = unfinished ?? 'roles'
    return { unfinished: step, wasDone: draft.steps[step]?.done ?? false }
  }
  const told = { ...roles.value, ...work.value, ...terms.value, ...contact.value }
  return { request: { ...told, idempotencyKey: draft.publicId } }
}
