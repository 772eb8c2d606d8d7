import type { StaffRole } from '#app/prisma/enums.ts'

export const staffRoles = ['admin', 'manager', 'consultant', 'read_only'] as const satisfies StaffRole[]

export const roleNames: Record<StaffRole, string> = {
  admin: 'Admin',
  manager: 'Manager',
  consultant: 'Consultant',
  read_only: 'Read only',
}

/** What somebody is invited as, within a sentence. */
export const roleWords: Record<StaffRole, string> = {
  admin: 'an admin',
  manager: 'a manager',
  consultant: 'a consultant',
  read_only: 'a reader',
}

/** What each role is for, where one is chosen. */
export const roleChoices = [
  { value: 'consultant', label: 'Consultant: works their own leads and unassigned ones' },
  { value: 'manager', label: 'Manager: works every lead, and the calendars' },
  { value: 'read_only', label: 'Read only: sees every lead, changes nothing' },
  { value: 'admin', label: 'Admin: all of that, and the team' },
] as const satisfies readonly { value: StaffRole; label: string }[]
