/** A requirement that is still being written: what was continued with, step by step, as it was typed. */
import { z } from 'zod'
import { steps, type Step } from './requirement.ts'

const stepDraftSchema = z.object({
  /** The form's fields in their order, names repeated where the form repeats them. */
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** The page that wrote it: a page that goes back and sends again is the same one, another tab is not. */
  by: z.string(),
  /** Continued with by a person; what was only suggested still waits to be looked at. */
  done: z.boolean(),
})
export const draftStepsSchema = z.partialRecord(
  z.enum(['roles', 'work', 'terms', 'contact']),
  stepDraftSchema,
)

export type StepDraft = z.infer<typeof stepDraftSchema>
export type DraftSteps = z.infer<typeof draftStepsSchema>

/** `2` for the second of `steps.length`. */
export function numberOf(step: Step): number {
  return steps.indexOf(step) + 1
}

export function stepAfter(step: Step): Step | null {
  return steps[steps.indexOf(step) + 1] ?? null
}

export function stepBefore(step: Step): Step | null {
  return steps[steps.indexOf(step) - 1] ?? null
}

/** Where somebody goes on who comes back; null when everything is there to be checked. */
export function firstUnfinished(drafted: DraftSteps): Step | null {
  return steps.find((step) => !drafted[step]?.done) ?? null
}

/** Whether this step was written by another page since the one that sends now was drawn. */
export function isChangedElsewhere(
  stored: StepDraft | undefined,
  page: { by: string; seen: string },
): boolean {
  return stored !== undefined && stored.by !== page.by && stored.by !== page.seen
}

/** Everything that was typed, as one form. */
export function allFields(drafted: DraftSteps): [string, string][] {
  return steps.flatMap((step) => drafted[step]?.fields ?? [])
}

export function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
