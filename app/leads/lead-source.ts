import type { LeadSource } from '#app/prisma/enums.ts'

export const leadSources = [
  'requirement',
  'booking',
  'message',
  'manual',
  'import',
] as const satisfies LeadSource[]

/** How a lead came, where there is little room. */
export const sourceNames: Record<LeadSource, string> = {
  requirement: 'Requirement',
  booking: 'Consultation',
  message: 'Message',
  manual: 'By hand',
  import: 'Import',
}
