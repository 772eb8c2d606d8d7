/**
 * The hiring kit of a role, made from its file: a job description to adapt, an interview sheet with scores, a list for the
 * first week. The page, the printout and the Markdown say the same, because all three are this.
 */
import { inSentence, withArticle } from './role-name.ts'
import type { Role } from './role.ts'

export type Kit = { title: string; intro: string; parts: KitPart[] }
export type KitPart = {
  id: string
  heading: string
  text: string
  blocks: KitBlock[]
}
export type KitBlock =
  | { kind: 'list'; heading: string; entries: string[] }
  /** Boxes to tick. */
  | { kind: 'checks'; heading: string; entries: string[] }
  | { kind: 'questions'; entries: { question: string; shows: string }[] }

/** What the figures of the interview sheet mean, lowest first. */
export const scores = [
  { score: 1, means: 'No answer, or one learnt by heart' },
  { score: 2, means: 'Knows it from reading' },
  { score: 3, means: 'Has done it, with help' },
  { score: 4, means: 'Has done it alone, and says what went wrong' },
] as const

export function kitOf(role: Role): Kit {
  const name = withArticle(role.title)
  return {
    title: `Hiring kit: ${inSentence(role.title)}`,
    intro: `A job description to adapt, an interview sheet and a list for the first week of ${name}. Take it, change it, use it: we ask for nothing in return.`,
    parts: [jobDescription(role), interviewSheet(role), firstWeek(role)],
  }
}

function jobDescription(role: Role): KitPart {
  return {
    id: 'job-description',
    heading: 'Job description',
    text: `We are looking for ${withArticle(role.title)} for [your product, in one sentence]. In the first three months, [what should work then that does not work today]. You will work with [who is there already], and we share [hours, with their zone].`,
    blocks: [
      { kind: 'list', heading: 'Whoever joins us', entries: role.responsibilities.slice(0, 6) },
      { kind: 'list', heading: 'What you bring', entries: role.skills.must },
      { kind: 'list', heading: 'Good to have', entries: role.skills.nice },
      {
        kind: 'list',
        heading: 'What we offer',
        entries: [
          '[Start, hours a week, length]',
          '[The range of pay, or who names it and when]',
          'An answer within [days] after every conversation',
        ],
      },
    ],
  }
}

function interviewSheet(role: Role): KitPart {
  return {
    id: 'interview',
    heading: 'Interview sheet',
    text: 'Ask each candidate the same questions, and score each answer before you hear the next. Compare the sheets only when all conversations are over.',
    blocks: [
      {
        kind: 'questions',
        entries: role.interview.map(({ q, shows }) => ({ question: q, shows })),
      },
    ],
  }
}

function firstWeek(role: Role): KitPart {
  const { before, days = codersDays } = role.firstWeek ?? { before: codersNeeds }
  return {
    id: 'first-week',
    heading: 'The first week',
    text: 'What is not ready on the first day costs the whole first week.',
    blocks: [
      {
        kind: 'checks',
        heading: 'Before the first day',
        entries: [
          'A named account for each system, with a second factor',
          ...before,
          'One person who answers questions, named, with an hour a day',
          'A first piece of work that can be finished within the week',
        ],
      },
      {
        kind: 'checks',
        heading: 'In the week',
        entries: days.map((done, index) => `Day ${index + 1}: ${done}`),
      },
    ],
  }
}

/** What a role needs and does that writes code, unless its file says otherwise. */
const codersNeeds = [
  'The repository, and a text that says how to start the project',
  'A list of the tools you use with their versions, and a licence for each that needs one',
]
const codersDays = [
  'the project runs on their machine, and they have met the team',
  'a first small change is in review',
  'somebody has explained what the product is for, with a real user’s example',
  'the first change is live, or they know what keeps it from being so',
  'half an hour about what was unclear, and the text is corrected',
]

/** The kit as Markdown (CommonMark with task lists). */
export function kitAsMarkdown(kit: Kit): string {
  const parts = kit.parts.map(({ heading, text, blocks }) =>
    [`## ${heading}`, text, ...blocks.map(blockAsMarkdown)].filter(Boolean).join('\n\n'),
  )
  return [`# ${kit.title}`, kit.intro, ...parts].join('\n\n') + '\n'
}

function blockAsMarkdown(block: KitBlock): string {
  switch (block.kind) {
    case 'list':
      return listed(block.heading, block.entries, '- ')
    case 'checks':
      return listed(block.heading, block.entries, '- [ ] ')
    case 'questions': {
      const rows = block.entries.map(
        ({ question, shows }, i) =>
          `${i + 1}. **${question}**\n\n   A good answer: ${shows}\n\n   Score: 1 / 2 / 3 / 4\n\n   Notes:`,
      )
      const legend = scores.map(({ score, means }) => `${score} = ${means}`).join('; ')
      return [...rows, legend].join('\n\n')
    }
    default:
      return block satisfies never
  }
}

function listed(heading: string, entries: readonly string[], sign: string): string {
  return entries.length === 0
    ? ''
    : [`### ${heading}`, '', ...entries.map((entry) => sign + entry)].join('\n')
}
