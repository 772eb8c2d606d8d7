/** Budget bands come from app/site.ts and are the firm's own: without any, nobody is asked for a budget. */
import type { BudgetBands } from '#app/site.ts'

export const budgetCodes = { unsure: 'Not sure yet', rather_not_say: 'We would rather not say' } as const

/** Everything that can be answered; none when the firm has set up no bands. */
export function budgetChoices(offered: BudgetBands): { value: string; label: string }[] {
  if (offered.length === 0) return []
  const bands = offered.flatMap(({ currency, per, bands }) =>
    bands.map((band) => `${currency} ${band} for each ${per}`),
  )
  return [
    ...bands.map((band) => ({ value: band, label: band })),
    ...Object.entries(budgetCodes).map(([value, label]) => ({ value, label })),
  ]
}

/** The same for whoever answered before: what was offered then stays theirs to keep. */
export function budgetChoicesWith(
  offered: BudgetBands,
  answered: string,
): { value: string; label: string }[] {
  const choices = budgetChoices(offered)
  if (answered === '' || choices.some(({ value }) => value === answered)) return choices
  return [{ value: answered, label: sayBudget(answered) }, ...choices]
}

/** A stored answer in words: bands are words already, and stay readable when the firm changes them. */
export function sayBudget(stored: string): string {
  return Object.entries(budgetCodes).find(([code]) => code === stored)?.[1] ?? stored
}
