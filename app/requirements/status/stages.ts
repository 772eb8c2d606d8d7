/**
 * How far a request is, from what really happened to it: received, read, matched, call, proposal. Nothing is promised
 * here that staff have not done.
 */
import { furthestStatuses, isClosed } from '#app/leads/lead-status.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'

export type Progress = {
  status: LeadStatus
  /** Somebody of the firm has done something with it. */
  isTouched: boolean
  /** The consultation that comes next, in words. */
  nextCall: string | null
  hadCall: boolean
}

export type Stage = { name: string; state: 'done' | 'now' | 'ahead' | 'left'; words: string }

export function stagesOf(progress: Progress): Stage[] {
  const reached = furthestStatuses.findIndex((status) => status === progress.status)
  const isAt = (status: (typeof furthestStatuses)[number]) => reached >= furthestStatuses.indexOf(status)
  const done = {
    received: true,
    read: progress.isTouched || isAt('contacted'),
    matched: isAt('qualified'),
    call: progress.hadCall,
    proposal: isAt('proposed'),
  }
  const stages = [
    { name: 'Received', isDone: done.received, words: 'Your request has arrived.' },
    { name: 'Read', isDone: done.read, words: done.read ? 'Somebody here works on it.' : '' },
    { name: 'Matched', isDone: done.matched, words: done.matched ? 'We know whom we could suggest.' : '' },
    { name: 'Call', isDone: done.call, words: progress.nextCall ?? (done.call ? 'We have talked.' : '') },
    { name: 'Proposal', isDone: done.proposal, words: done.proposal ? 'You have our proposal.' : '' },
  ]
  const next = stages.findIndex(({ isDone }) => !isDone)
  const stateOf = (index: number) => {
    if (isClosed(progress.status)) return 'left'
    return index === next ? 'now' : 'ahead'
  }
  return stages.map(({ name, isDone, words }, index) => ({
    name,
    words,
    state: isDone ? 'done' : stateOf(index),
  }))
}

/** What comes next, and by when. `answerBy`: what the office promised, in words; null without a promise. */
export function sayNext(progress: Progress, answerBy: string | null): string {
  if (progress.status === 'won') return 'We work together: your contact here tells you what is next.'
  if (isClosed(progress.status)) {
    const call =
      progress.nextCall && ` The consultation on ${progress.nextCall} stands until it is cancelled.`
    return `This request is closed.${call ?? ''}`
  }
  if (progress.nextCall) return `We talk: ${progress.nextCall}.`
  if (progress.status === 'new') {
    return answerBy ? `A consultant answers you by ${answerBy}.` : 'A consultant answers you.'
  }
  if (progress.status === 'contacted') return 'We look for people who fit, and tell you whom we found.'
  if (progress.status === 'qualified') return 'We write a proposal for you.'
  return 'You meet the people we suggested, and decide.'
}
