import { expect, test } from 'vitest'
import { asMarkdown } from './brief-markdown.ts'

test('a brief is headings of ours with what was typed below them', () => {
  const answers = [{ label: 'Start', value: 'As soon as possible' }]

  expect(asMarkdown({ reference: 'R-7K3QXMP', title: '2 × Backend developer', answers })).toBe(
    '# 2 × Backend developer\n\nBrief R-7K3QXMP\n\n## Start\n\nAs soon as possible\n',
  )
})

test('what was typed makes no heading, link, picture or tag', () => {
  const answers = [{ label: 'Message', value: '# Big\n![x](https://evil.example) <b>' }]

  const text = asMarkdown({ reference: 'R-7K3QXMP', title: 'One', answers })

  expect(text).toContain('\\# Big  \n\\!\\[x\\]\\(https://evil.example\\) \\<b\\>')
})
