/**
 * What we hold, for people to read: each record by what it is called, each of its fields in words. The files have the same to
 * the letter.
 */
import { describeAnswers, describeSender } from '#app/requirements/describe-requirement.ts'
import { storedRequestSchema } from '#app/requirements/stored-answers.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import type { HeldRecord } from './held-data.server.ts'

export type ReadableRecord = { kind: string; name: string; lines: Line[] }
type Line = { term: string; value: string }
type Reader = { timeZone: TimeZone; titleOf: (role: string) => string }

/** The fields that a record can be called by, the first one that it has. */
const calledBy = ['title', 'type', 'letter', 'purpose', 'name']

const purposes: Partial<Record<string, string>> = {
  respond: 'To answer you',
  marketing_email: 'News by e-mail',
}

export function readableRecord({ kind, what }: HeldRecord, reader: Reader): ReadableRecord {
  const named = calledBy.map((field) => what[field]).find((name) => typeof name === 'string')
  const { answers, ...rest } = what
  const lines = [...linesOf('', rest, reader), ...answerLines(answers, reader)]
  return { kind, name: typeof named === 'string' ? (purposes[named] ?? asWords(named)) : '', lines }
}

/** A requirement in the words of its form; other answers by the names of their fields. */
function answerLines(answers: unknown, reader: Reader): Line[] {
  const request = storedRequestSchema.safeParse(answers)
  if (!request.success) return linesOf('', answers, reader)
  const { name, email, company, phone } = request.data
  const described = [...describeAnswers(request.data, reader.titleOf), ...describeSender(request.data)]
  return [
    ...described.map(({ label, value }) => ({ term: label, value })),
    ...linesOf('', { name, email, company, phone }, reader),
  ]
}

function linesOf(term: string, value: unknown, reader: Reader): Line[] {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object')) {
    return value.flatMap((one, index) => linesOf(`${term} ${index + 1}`.trim(), one, reader))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, inner]) =>
      linesOf(term ? `${term}: ${asWords(name).toLowerCase()}` : asWords(name), inner, reader),
    )
  }
  const words = inWords(value, reader.timeZone)
  return words === '' ? [] : [{ term, value: words }]
}

function inWords(value: unknown, timeZone: TimeZone): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const text = String(value)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? sayMoment(new Date(text), timeZone) : text
}

/** `noticeVersion` and `requirement-received` as people write them; what is words already stays. */
function asWords(name: string): string {
  const isCode = /^[a-z][A-Za-z]*([-_][a-z]+)*$/.test(name)
  const words = isCode ? name.replace(/[A-Z]/g, ' $&').replace(/[-_]/g, ' ').toLowerCase() : name
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
