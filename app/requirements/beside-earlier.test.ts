import { expect, test } from 'vitest'
import { besideEarlier } from './beside-earlier.ts'

const first = {
  ...{ id: '1', submissionId: 'a', edits: null, received: 'Monday' },
  answers: [
    { label: 'Whom you need', value: 'Backend developer: 2 people' },
    { label: 'Start', value: 'Later' },
    { label: 'Skills', value: 'Go' },
  ],
}
const second = {
  ...{ id: '2', submissionId: 'b', edits: 'a', received: 'Tuesday' },
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

test('another request of the same lead is no change, and neither is one whose first answers went with another lead', () => {
  const changes = (edits: string | null) => besideEarlier([{ ...second, edits }, first])[0]?.changes

  expect(changes(null)).toBe(null)
  expect(changes('gone')).toBe(null)
})
