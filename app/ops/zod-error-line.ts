import type { ZodError } from 'zod'

/** What a person has to mend, in one line: `PORT must be a number; SMTP_URL must be …`. */
export function zodErrorLine(error: ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'value'} ${issue.message}`).join('; ')
}
