import type { DraftSteps } from '../draft.ts'
import type { Understood } from './understand.ts'

const mostMessage = 4000

type Fields = [string, string][]

/** What was understood as answers that wait to be looked at; the description itself goes along where it fits. */
export function prefilledSteps(understood: Understood, text: string): DraftSteps {
  const rows = understood.roles.flatMap(({ role, count, seniority }, row): Fields => [
    [`roles[${row}].role`, role],
    [`roles[${row}].count`, count ?? ''],
    [`roles[${row}].seniority`, seniority ?? ''],
  ])
  const message = [...text].length <= mostMessage ? text : ''
  const work: Fields = [
    ['skills', understood.skills.join(', ')],
    ['message', message],
  ]
  const terms: Fields = (['engagement', 'start', 'duration', 'timeZone', 'overlap'] as const).map((name) => [
    name,
    understood[name] ?? '',
  ])
  const waiting = (fields: Fields) => ({
    fields: fields.filter(([, value]) => value !== ''),
    by: '',
    done: false,
  })
  return { roles: waiting(rows), work: waiting(work), terms: waiting(terms) }
}
