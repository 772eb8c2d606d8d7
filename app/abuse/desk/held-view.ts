import { typedText } from '#app/ops/typed-form.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { sayReason } from '../judgement.ts'
import type { HeldRow } from './list-held.server.ts'

export type HeldView = ReturnType<typeof describeHeldRow>

/** A held submission in words. */
export function describeHeldRow(row: HeldRow, zone: TimeZone) {
  const { id, kind, reference, title, payload, email, outcome, score, reasons, ipHash, createdAt } = row
  return {
    ...{ id, kind, reference, title, email, outcome, score },
    received: sayMoment(createdAt, zone),
    name: typedText(payload, 'name'),
    company: typedText(payload, 'company'),
    message: typedText(payload, 'message'),
    reasons: reasons.map(sayReason),
    verbatim: JSON.stringify(payload, null, 2),
    knowsSender: ipHash !== null,
  }
}

export const blockWords = {
  email: 'The e-mail address',
  domain: 'Everybody at its domain',
  ip: 'Where it was sent from',
} as const
