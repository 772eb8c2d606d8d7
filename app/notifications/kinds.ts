import type { NotificationKind } from '#app/prisma/enums.ts'

export const notificationKinds = [
  'assigned',
  'mentioned',
  'reply',
  'bounced',
  'due',
  'overdue',
  'new_lead',
] as const satisfies NotificationKind[]

/** What each kind tells, where it is switched on and off. */
export const kindNames: Record<NotificationKind, string> = {
  assigned: 'A lead or a task is given to me',
  mentioned: 'Somebody mentions me in a note',
  reply: 'Somebody whose lead is mine writes or books again',
  bounced: 'A letter to somebody whose lead is mine comes back',
  due: 'A task of mine is due',
  overdue: 'A task of mine is a day late',
  new_lead: 'A new lead waits unassigned (admins and managers)',
}
