/** What the audit log tells of: each kind of act and the words that an admin reads. */
export const auditActions = {
  'sign-in': 'Signed in',
  'sign-in.failed': 'Sign-in failed',
  'sign-out': 'Signed out',
  'sessions.ended': 'Sessions ended',
  'password.changed': 'Password changed',
  'password.reset-asked': 'Password reset asked for',
  'factor.added': 'Second factor added',
  'factor.removed': 'Second factor removed',
  'factor.recovery-codes': 'Recovery codes made anew',
  'profile.changed': 'Profile changed',
  'staff.invited': 'Invited',
  'staff.invited-again': 'Invitation sent again',
  'staff.invitation-withdrawn': 'Invitation withdrawn',
  'staff.joined': 'Joined',
  'staff.role': 'Role changed',
  'staff.disabled': 'Disabled',
  'staff.enabled': 'Enabled again',
  'staff.assignment': 'Share of new leads changed',
  'staff.away': 'Away dates changed',
  'staff.handed-over': 'Work handed over',
  'settings.changed': 'Settings changed',
  'lead.changed': 'Lead changed',
  'bulk.asked': 'Change to many leads asked for',
  'bulk.changed': 'Many leads changed',
  'bulk.undone': 'Change to many leads undone',
  'task.changed': 'Task changed',
  'calendar.changed': 'Calendar changed',
  'closure.changed': 'Closure changed',
  'type.changed': 'Type of consultation changed',
  'export.asked': 'Export asked for',
  exported: 'Exported',
  'export.fetched': 'Export fetched',
  'import.asked': 'Import asked for',
  imported: 'Imported',
  'import.undone': 'Import taken back',
  denied: 'Refused',
} as const

export type AuditAction = keyof typeof auditActions

export const auditEntities = [
  'staff',
  'lead',
  'job',
  'task',
  'calendar',
  'closure',
  'type',
  'invitation',
  'settings',
  'page',
] as const
export type AuditEntity = (typeof auditEntities)[number]

/** What a change touched, field by field. Closed values stand as they are; of personal ones only a hash is kept. */
export type AuditedFields = { [field: string]: string | number | boolean | null | string[] }
