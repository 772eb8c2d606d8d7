import { expect, test } from 'vitest'
import { besideEarlier } from './beside-earlier.ts'

const first = {
  ...{ id: '1', email: 'ann@acme.example', received: 'Monday' },
  answers: [
    { label: 'Whom you need', value: 'Backend developer: 2 people' },
    { label: 'Start', value: 'Later' },
    { label: 'Skills', value: 'Go' },
  ],
}
const second = {
  ...{ id: '2', email: 'ann@acme.example', received: 'Tuesday' },
  answers: [
    { label: 'Whom you need', value: 'Backend developer: 3 people' },
    { label: 'Start', value: 'Later' },
    { label: 'For how long', value: 'Ongoing' },
  ],
}

test('what is said otherwise stands beside what was said first; what is left out or new is told apart from it', () => {
  expect(besideEarlier([second, first])).toEqual([
    {
      ...{ id: '2', received: 'Tuesday', changes: 'Monday' },
      answers: [
        {
          label: 'Whom you need',
          value: 'Backend developer: 3 people',
          before: 'Backend developer: 2 people',
        },
        { label: 'Start', value: 'Later', before: null },
        { label: 'For how long', value: 'Ongoing', before: '' },
        { label: 'Skills', value: '', before: 'Go' },
      ],
    },
    {
      ...{ id: '1', received: 'Monday', changes: null },
      answers: first.answers.map((told) => ({ ...told, before: null })),
    },
  ])
})

test('what somebody else of the lead sent is no change, and neither is what an erased person did', () => {
  const changes = (email: string) =>
    besideEarlier([
      { ...second, email },
      { ...first, email: email && 'bo@acme.example' },
    ]).map((each) => each.changes)

  expect(changes('ann@acme.example')).toEqual([null, null])
  expect(changes('')).toEqual([null, null])
})
