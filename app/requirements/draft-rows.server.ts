import { addDays } from 'date-fns'
import { db, type Reader } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { draftDays } from './draft-cookie.server.ts'
import { draftStepsSchema, isChangedElsewhere, type DraftSteps, type StepDraft } from './draft.ts'
import { originFrom, type Origin } from './origin.ts'
import type { Step } from './requirement.ts'

export type Draft = {
  id: string
  publicId: string
  version: number
  steps: DraftSteps
  origin: Origin
  file: { name: string; size: number } | null
  createdAt: Date
  expiresAt: Date
}

/** The draft of that id, unless its fourteen days are over. */
export async function findDraft(publicId: string, now: Date, reader: Reader = db): Promise<Draft | null> {
  const row = await reader.requirementDraft.findFirst({
    where: { publicId, expiresAt: { gt: now } },
    include: { file: { select: { name: true, size: true } } },
  })
  if (!row) return null
  const { id, version, file, createdAt, expiresAt } = row
  const steps = draftStepsSchema.catch({}).parse(row.steps)
  return {
    id,
    publicId,
    version,
    steps,
    origin: originFrom(Object.entries(row.origin ?? {})),
    file,
    createdAt,
    expiresAt,
  }
}

export async function addDraft(begun: { steps: DraftSteps; origin: Origin }, now: Date): Promise<Draft> {
  const publicId = newPublicId()
  const expiresAt = addDays(now, draftDays)
  const { id, version } = await db.requirementDraft.create({
    data: { publicId, ...begun, createdAt: now, updatedAt: now, expiresAt },
  })
  return { id, publicId, version, ...begun, file: null, createdAt: now, expiresAt }
}

/**
 * Writes one step. `seen` is who had written it when the page was drawn: what another tab wrote since is not
 * overwritten, the answer says so instead.
 */
export async function keepStep(
  draft: Draft,
  step: Step,
  written: StepDraft & { seen: string },
  now: Date,
): Promise<Outcome<Draft, 'changed-elsewhere' | 'gone'>> {
  const { seen, ...kept } = written
  if (isChangedElsewhere(draft.steps[step], { by: kept.by, seen })) return refused('changed-elsewhere')

  const steps = { ...draft.steps, [step]: kept }
  const expiresAt = addDays(now, draftDays)
  const { count } = await db.requirementDraft.updateMany({
    where: { id: draft.id, version: draft.version },
    data: { steps, version: draft.version + 1, updatedAt: now, expiresAt },
  })
  if (count === 1) return done({ ...draft, steps, version: draft.version + 1, expiresAt })

  // Another tab wrote in between; with its answers in hand the question is asked anew.
  const newer = await findDraft(draft.publicId, now)
  return newer ? keepStep(newer, step, written, now) : refused('gone')
}

export async function deleteDraft(id: string): Promise<void> {
  await db.requirementDraft.deleteMany({ where: { id } })
}

/** Puts these steps in the place of what stood there. */
export async function replaceSteps(draft: Draft, steps: DraftSteps, now: Date): Promise<Draft> {
  const expiresAt = addDays(now, draftDays)
  const together = { ...draft.steps, ...steps }
  await db.requirementDraft.updateMany({
    where: { id: draft.id },
    data: { steps: together, version: { increment: 1 }, updatedAt: now, expiresAt },
  })
  return { ...draft, steps: together, version: draft.version + 1, expiresAt }
}
