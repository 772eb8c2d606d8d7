import type { Typed } from '#app/ops/typed-form.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { budgetChoicesWith } from '../budget.ts'
import { known, roleChoices } from '../known.server.ts'
import type { Known } from '../requirement.ts'
import { suggestSkills } from '../skill-suggestions.ts'
import { storedAnswersSchema, type StoredAnswers } from '../stored-answers.ts'
import type { ChangeOffer } from './answer-fields.tsx'
import type { Followed } from './find-status.server.ts'

/** The answers that can be changed, as their form shows them first. */
export function editableIn({ timeZone, ...answers }: StoredAnswers): Typed {
  const { roles, skills, niceSkills, stage, readiness, message } = answers
  const { engagement, start, duration, overlap, budget, security } = answers
  return {
    ...{ roles, skills, niceSkills, stage, readiness, message },
    ...{ engagement, start, duration, timeZone: timeZone ?? '', overlap, budget, security },
  }
}

/** What that form offers to choose from, besides the zones. */
export function offerTo({ roles, budget }: StoredAnswers): Omit<ChangeOffer, 'zones'> {
  return {
    roles: roleChoices(),
    suggestedSkills: suggestSkills(roles.flatMap(({ role }) => findRole(role) ?? [])),
    budgets: budgetChoicesWith(site.budgets, budget),
  }
}

/** The zone that is among those offered in any case. */
export function zoneIn({ timeZone }: StoredAnswers): TimeZone {
  return timeZone && isTimeZone(timeZone) ? timeZone : site.office.timeZone
}

/** What it is checked against: a budget that the firm offers no more stays with whoever named it. */
export function knownWith({ payload }: Followed): Known {
  const { budget } = storedAnswersSchema.parse(payload)
  return { ...known, budgets: budgetChoicesWith(site.budgets, budget).map(({ value }) => value) }
}
