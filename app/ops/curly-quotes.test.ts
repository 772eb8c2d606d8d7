import { expect, test } from 'vitest'
import { withCurlyQuotes, withCurlyQuotesWithin } from './curly-quotes.ts'

test.each([
  [`the team's own`, 'the team’s own'],
  [`"Engineer" is a title.`, '“Engineer” is a title.'],
  [`(a "unit", they say)`, '(a “unit”, they say)'],
  [`the developers' hours`, 'the developers’ hours'],
  [`Ask: "Why 'eventually'?"`, 'Ask: “Why ‘eventually’?”'],
  [`**"Done"** and *"fast"*`, '**“Done”** and *“fast”*'],
  [`"**Done**" at first`, '“**Done**” at first'],
  ['`main`\'s last "build"', '`main`’s last “build”'],
  [`Rows that say\n"yes"`, 'Rows that say\n“yes”'],
])('a text typed with straight quotes is shown with curly ones: %s', (typed, shown) => {
  expect(withCurlyQuotes(typed)).toBe(shown)
})

test.each(["`it's`", '```sql\nSELECT \'a\' AS "b"\n```', '<a href="/start">'])(
  'what is meant literally keeps its quotes: %s',
  (typed) => {
    expect(withCurlyQuotes(`${typed} isn't`)).toBe(`${typed} isn’t`)
  },
)

test('every text of a front matter is reached, and nothing else is changed', () => {
  const date = new Date(0)
  expect(withCurlyQuotesWithin({ order: 3, faq: [{ question: "What's that?" }], date, none: null })).toEqual({
    order: 3,
    faq: [{ question: 'What’s that?' }],
    date,
    none: null,
  })
})
