import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { parseFormData } from '#app/ops/forms.server.ts'
import { sayWait, takeFrom } from '#app/ops/rate-limits.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { draftCookie, draftIdIn } from '../draft-cookie.server.ts'
import { addDraft, findDraft, keepStep, type Draft } from '../draft-rows.server.ts'
import { formOf, stepAfter, stepBefore, type DraftSteps } from '../draft.ts'
import { schemas } from '../known.server.ts'
import { originFrom } from '../origin.ts'
import { stepFields, type Step } from '../requirement.ts'

/** What the page of a step is drawn from, besides its own choices. */
export type StepData = {
  step: Step
  values: Typed
  /** Who had written the step when this page was drawn, and who writes it now: two tabs are told apart by it. */
  seen: string
  by: string
  back: string
  isRefused: boolean
  /** It was done before, and has to be looked at once more. */
  again: boolean
}

export type RefusedStep = { values: Typed; errors: FormErrors; seen?: string }

export async function draftOf(request: Request, now: Date): Promise<Draft | null> {
  const publicId = draftIdIn(request)
  return publicId ? findDraft(publicId, now) : null
}

/** The step as it was left; the first one when nothing was begun in this browser. */
export async function openStep(
  { request, context }: LoaderFunctionArgs,
  step: Step,
): Promise<{ draft: Draft | null; page: StepData }> {
  const draft = await draftOf(request, new Date())
  // A form that was refused is shown again whatever became of the draft: nothing that was typed is lost.
  if (!draft && step !== 'roles' && !isRefused(context)) throw redirect(paths.start({ lost: true }))

  const query = new URL(request.url).searchParams
  const before = stepBefore(step)
  const stored = draft?.steps[step]
  return {
    draft,
    page: {
      step,
      values: typedIn(stored?.fields ?? []),
      seen: stored?.by ?? '',
      by: randomUUID(),
      back: query.has('change') ? paths.startCheck() : before ? paths.startStep(before) : paths.start(),
      isRefused: isRefused(context),
      again: query.has('again'),
    },
  }
}

/** Keeps a step that is right and goes on; one that is not comes back with what was typed. */
export async function continueStep(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  step: Step,
  form: FormData,
  alsoKeep: (draft: Draft) => Promise<void> = async () => {},
) {
  const now = new Date()
  const parsed = parseFormData(schemas[step], form)
  if (!parsed.ok) return refuseStep(context, { values: parsed.values, errors: parsed.errors })

  const draft = await draftOf(request, now)
  const kept = draft && (await keepStep(draft, step, { ...written(step, form), seen: seenBy(form) }, now))
  if (kept && !kept.ok && kept.reason === 'changed-elsewhere')
    return refuseChanged(context, draft, parsed.values, step)
  if (kept?.ok) await alsoKeep(kept.value)
  if (kept?.ok) return redirect(wayOn(request, step), { status: 303, headers: cookieOf(kept.value) })

  const taken = await takeFrom('draft-new', context.ip)
  if (!taken.ok) return refuseStep(context, tooMany(parsed.values, taken.retryAfterSeconds), 429)
  const begun: DraftSteps = { ...hintsIn(form), [step]: written(step, form) }
  const added = await addDraft({ steps: begun, origin: originFrom(textsOf(form)) }, now)
  await alsoKeep(added)
  return redirect(wayOn(request, step), { status: 303, headers: cookieOf(added) })
}

/** The page once more, with what is wrong. */
export function refuseStep(context: AppLoadContext, refused: RefusedStep, status = 422) {
  markRefused(context)
  return data(refused, { status })
}

function refuseChanged(context: AppLoadContext, draft: Draft, values: Typed, step: Step) {
  const words =
    'These answers were changed in another tab since this page was opened. Continue to keep what stands here, or reload the page to see the others.'
  return refuseStep(context, { values, errors: { '': [words] }, seen: draft.steps[step]?.by ?? '' }, 409)
}

function tooMany(values: Typed, retryAfterSeconds: number): RefusedStep {
  return {
    values,
    errors: { '': [`Too many forms were begun here. Continue ${sayWait(retryAfterSeconds)}.`] },
  }
}

/** What was typed, as the form wants it to show it again. */
export function typedIn(fields: readonly (readonly [string, string])[]): Typed {
  return parseFormData(schemas.roles, formOf(fields)).values
}

function written(step: Step, form: FormData) {
  const names: readonly string[] = stepFields[step]
  const fields = textsOf(form).filter(([name]) => names.includes(name.replace(/\W.*$/, '')))
  return { fields, by: typedText(Object.fromEntries(textsOf(form)), 'by').slice(0, 60), done: true }
}

/** The zone and the overlap that a link brought along wait at the step that asks for them. */
function hintsIn(form: FormData): DraftSteps {
  const hints = textsOf(form).flatMap(([name, value]) =>
    name === 'hintZone' ? [['timeZone', value]] : name === 'hintOverlap' ? [['overlap', value]] : [],
  ) as [string, string][]
  const fields = hints.filter(([, value]) => /^[\w/+-]{1,64}$/.test(value))
  return fields.length > 0 ? { terms: { fields, by: '', done: false } } : {}
}

function seenBy(form: FormData): string {
  return typedText(Object.fromEntries(textsOf(form)), 'seen')
}

export function textsOf(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])) as [
    string,
    string,
  ][]
}

function wayOn(request: Request, step: Step): string {
  const next = stepAfter(step)
  const toCheck = new URL(request.url).searchParams.has('change') || next === null
  return toCheck ? paths.startCheck() : paths.startStep(next)
}

/** Every step sent puts the end of the fourteen days off. */
function cookieOf({ publicId }: Draft) {
  return { 'Set-Cookie': draftCookie(publicId) }
}
