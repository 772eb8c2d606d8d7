import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { changeSchema } from '../requirement.ts'
import { TermsAnswers, WorkAnswers } from './answer-fields.tsx'

test('where answers are changed, whatever may be left unsaid says that it is optional', () => {
  const known = { isRole: () => true, noticeVersion: '1', budgets: ['up to 5,000'] }
  const budgets = known.budgets.map((band) => ({ value: band, label: band }))
  const offer = { roles: [], suggestedSkills: [], zones: [], budgets }
  const asked = { typed: {}, errors: {}, offer }

  const html = renderToStaticMarkup(
    <>
      <WorkAnswers {...asked} />
      <TermsAnswers {...asked} />
    </>,
  )

  const mayBeUnsaid = Object.values(changeSchema(known).shape).filter(
    (answer) => answer.safeParse(undefined).success,
  )
  expect(html.match(/\(optional\)/g)).toHaveLength(mayBeUnsaid.length)
})
