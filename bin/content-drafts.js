/**
 * What a new role or article begins as: every field that its schema asks for, each saying what belongs there. It is a
 * draft, which only development shows; while one [TODO] is left it cannot be published.
 */

/** @param {{ title: string, today: string }} about @returns {string} */
export function roleDraft({ title, today }) {
  return `---
title: ${quoted(title)}
plural: ${quoted(`${title}s`)}
# The shelf: backend, frontend, mobile, data, platform, quality, crm, design, security or delivery.
family: backend
# Place on the shelf, lowest first.
order: 90
# Set to published when no [TODO] is left.
status: draft

seo:
  title: ${quoted(`Hire a remote ${title.charAt(0).toLowerCase()}${title.slice(1)}`)}
  description: "[TODO] 70 to 155 characters: what the role does, what this page holds, and whom it helps."

definition: "[TODO] One sentence of at most 200 characters that says what the role is."
summary: "[TODO] Two or three sentences: what lies between a wish and its result, and who does that."

does: # 3 to 6 sentences, each an act
${list(3, 'What they do on an ordinary day')}
responsibilities: # 5 or more, each something they answer for
${list(5, 'What they answer for')}
skills:
  must: # 4 or more, each one you would insist on
${list(4, 'A skill to insist on', 4)}
  nice:
    - "[TODO] A skill that is good to have"

languages: # at least one
  - name: "[TODO] Language"
    paradigm: "[TODO] object-oriented, functional, declarative, or several"
    note: "[TODO] Where it is met, and with what"
tools:
  - "[TODO] A tool of the trade"

hireWhen: # 3 or more situations a reader recognises
${list(3, 'When to hire')}
notWhen: # the honest half: when money spent on this role is lost
  - "[TODO] When not to hire, and what helps instead"

seniority:
  junior: "[TODO] What can be expected, and what help is needed"
  mid: "[TODO] What is done alone"
  senior: "[TODO] What is foreseen and decided"
  lead: "[TODO] What is settled for others"

interview: # 5 or more
${questions(5, 'q', 'shows', 'A question of the trade', 'What a good answer shows')}
faq: # 3 or more
${questions(3, 'q', 'a', 'What clients ask', 'The answer')}
aliases:
  - "[TODO] Another name people search by"
related: # 2 or more file names of roles a reader may want instead
  - backend-developer
  - backend-engineer

# Where the first week is not that of somebody who writes code: see app/roles/role.ts and ui-ux-designer.md.
# firstWeek:
#   before: # 2 to 5
#   days: # exactly 5, or leave it out

# Where the role takes part in the five questions of /which-role: see app/roles/signals.ts.
# signals:
#   areas: [server]

published: ${today}
updated: ${today}
author: editorial-team
---

## [TODO] What the work covers

[TODO] Two or three paragraphs, or a list. Link to [another role](/hire/backend-engineer) where the work meets.
`
}

/** @param {{ title: string, today: string }} about @returns {string} */
export function comparisonDraft({ title, today }) {
  return `---
kind: comparison
${articleFields({ title, today })}
sides: # two or three, in the order of the columns: \`role:\` with a file name, or \`title:\` with words
  - role: backend-developer
  - role: backend-engineer

shared: # 2 or more
${list(2, 'What the sides have in common')}
dimensions: # 6 or more rows, one cell for each side
${Array.from({ length: 6 }, (_, row) => `  - name: "[TODO] What is compared ${row + 1}"\n    cells:\n      - "[TODO] What holds for the first"\n      - "[TODO] What holds for the second"`).join('\n')}
together:
  heading: "[TODO] How they go together"
  text: "[TODO] What each needs of the other"
choose: # 2 or more
  - if: "[TODO] a situation of the reader"
    then: "[TODO] hire the first"
  - if: "[TODO] another situation"
    then: "[TODO] hire the second"
faq: # 3 or more
${questions(3, 'q', 'a', 'What readers ask', 'The answer')}
---

## [TODO] The first side

[TODO] What an ordinary week of it is, and what it decides.

## [TODO] The second side

[TODO] The same, so that a reader can set one beside the other.
`
}

/** @param {{ title: string, today: string }} about @returns {string} */
export function guideDraft({ title, today }) {
  return `---
kind: guide
${articleFields({ title, today })}
roles: # file names of the roles it is about: their pages lead here
  - backend-developer
faq:
${questions(1, 'q', 'a', 'What readers ask', 'The answer')}
---

## [TODO] The first thing to know

[TODO] What a reader can do differently tomorrow.
`
}

/** What comparisons and guides have in common. @param {{ title: string, today: string }} about */
function articleFields({ title, today }) {
  return `title: ${quoted(title)}
# Set to published when no [TODO] is left.
status: draft

seo:
  title: ${quoted(title.slice(0, 60))}
  description: "[TODO] 70 to 155 characters: what a reader will know afterwards, and what the page holds."

tldr: # the answer in 2 or 3 sentences, before anything else
${list(2, 'The answer')}
lead: "[TODO] Why the question is asked, in one or two sentences."

cta:
  heading: "[TODO] The closing call"
  text: "[TODO] What the reader gets by a request or a call"
related:
  heading: You might also like
  slugs: # 2 or more file names of roles or articles
    - backend-developer
    - backend-engineer

author: editorial-team
published: ${today}
updated: ${today}
`
}

/** @param {number} count @param {string} words @param {number} [indent] */
function list(count, words, indent = 2) {
  return Array.from({ length: count }, (_, at) => `${' '.repeat(indent)}- "[TODO] ${words} ${at + 1}"`).join(
    '\n',
  )
}

/** @param {number} count @param {string} q @param {string} a @param {string} asked @param {string} answered */
function questions(count, q, a, asked, answered) {
  return Array.from(
    { length: count },
    (_, at) => `  - ${q}: "[TODO] ${asked} ${at + 1}"\n    ${a}: "[TODO] ${answered}"`,
  ).join('\n')
}

/** A text as YAML, whatever is in it. @param {string} text */
function quoted(text) {
  return JSON.stringify(text)
}
