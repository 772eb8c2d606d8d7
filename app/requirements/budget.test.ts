import { expect, test } from 'vitest'
import { budgetChoices, budgetChoicesWith } from './budget.ts'

const offered = [{ currency: 'EUR', per: 'hour', bands: ['40 to 60', '60 to 80'] }] as const

test('each band is offered with its currency, and so is saying nothing', () => {
  expect(labelsOf(budgetChoices(offered))).toEqual([
    ...['EUR 40 to 60 for each hour', 'EUR 60 to 80 for each hour'],
    ...['Not sure yet', 'We would rather not say'],
  ])
  expect(budgetChoices([])).toEqual([])
})

test('a budget that is offered no more can be kept by whoever named it', () => {
  expect(labelsOf(budgetChoicesWith(offered, 'USD 50 for each hour'))[0]).toBe('USD 50 for each hour')
  expect(budgetChoicesWith(offered, 'unsure')).toEqual(budgetChoices(offered))
  expect(labelsOf(budgetChoicesWith([], 'unsure'))).toEqual(['Not sure yet'])
  expect(budgetChoicesWith([], '')).toEqual([])
})

function labelsOf(choices: { label: string }[]): string[] {
  return choices.map(({ label }) => label)
}
