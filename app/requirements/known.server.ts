import { noticeVersion } from '#app/marketing/notice.ts'
import { findRole, listRoles, roleTitle } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { budgetChoices } from './budget.ts'
import { otherRole, stepSchemas, type Known } from './requirement.ts'

/** What this site's form is checked against. */
export const known: Known = {
  isRole: (role) => findRole(role) !== null,
  noticeVersion,
  budgets: budgetChoices(site.budgets).map(({ value }) => value),
}

export const schemas = stepSchemas(known)

export function roleChoices(): { value: string; label: string }[] {
  return [
    ...listRoles().map(({ slug, title }) => ({ value: slug, label: title })),
    { value: otherRole, label: roleTitle(otherRole) },
  ]
}
