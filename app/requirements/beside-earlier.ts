/** Requirements of one lead, the newest first, each beside the one that its visitor changed to it. */
import type { Described } from './describe-requirement.ts'

type Told = {
  id: string
  submissionId: string | null
  /** The submission that it changes. */
  edits: string | null
  received: string
  answers: readonly Described[]
}

/** `before`: what was said first, where it is said otherwise now; null where it is as it was. */
export type Beside = {
  id: string
  received: string
  changes: string | null
  answers: (Described & { before: string | null })[]
}

/** An answer that is not given any more stands last, empty. `changes`: when the one before was received. */
export function besideEarlier(requirements: readonly Told[]): Beside[] {
  return requirements.map(({ id, edits, received, answers }) => {
    const earlier = edits && requirements.find(({ submissionId }) => submissionId === edits)
    if (!earlier) {
      return { id, received, changes: null, answers: answers.map((told) => ({ ...told, before: null })) }
    }
    const before = new Map(earlier.answers.map(({ label, value }) => [label, value]))
    const labels = new Set(answers.map(({ label }) => label))
    const leftOut = earlier.answers.filter(({ label }) => !labels.has(label))
    return {
      id,
      received,
      changes: earlier.received,
      answers: [
        ...answers.map((told) => {
          const was = before.get(told.label) ?? ''
          return { ...told, before: was === told.value ? null : was }
        }),
        ...leftOut.map(({ label, value }) => ({ label, value: '', before: value })),
      ],
    }
  })
}
