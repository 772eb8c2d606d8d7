/** The five questions of `/which-role`, and what each answer says of the work. */
import { z } from 'zod'
import { type Trait, type WorkArea, workAreas } from '../signals.ts'

type Option = { words: string; says: Trait | null }
/** `missing` is said while it has no answer. */
type Question = { label: string; missing: string; options: Record<string, Option> }

export const areaQuestion = {
  label: 'Where does the work lie?',
  missing: 'Say where the work lies.',
} as const

export const areaWords: Record<WorkArea, string> = {
  server: 'On the server: data, rules, interfaces',
  screen: 'On the screen: what people see and press',
  both: 'On both, by one person',
  phone: 'In an app on a phone',
  reports: 'In data that reports are made of',
  predictions: 'In predictions made from data',
  operations: 'In releases, servers and the cloud',
  quality: 'In checking that it works',
  salesforce: 'In Salesforce',
  design: 'In how it should look and work',
  security: 'In keeping attackers out',
  delivery: 'In keeping people, scope and dates in line',
  unsure: 'I cannot say yet',
}

export const otherQuestions = {
  structure: {
    label: 'Who has settled how it is put together?',
    missing: 'Say who has settled how it is put together.',
    options: {
      settled: { words: 'It is settled, and the team knows it', says: 'executes_features' },
      nobody: { words: 'Nobody yet', says: 'plans_architecture' },
      worn: { words: 'Somebody did, and it no longer holds', says: 'plans_architecture' },
    },
  },
  waiting: {
    label: 'What waits for somebody to take it on?',
    missing: 'Say what waits for somebody.',
    options: {
      tasks: { words: 'Pieces of work that are described', says: 'executes_features' },
      repairs: { words: 'Repairs around a sound core', says: 'executes_features' },
      causes: { words: 'Slowness or failures that nobody can explain', says: 'plans_architecture' },
      decisions: { words: 'Decisions that nobody feels able to make', says: 'plans_architecture' },
    },
  },
  talks: {
    label: 'Whom will they talk with most?',
    missing: 'Say whom they will talk with most.',
    options: {
      team: { words: 'The people who build it', says: 'executes_features' },
      leaders: { words: 'Leaders and users, to learn what is needed', says: 'talks_to_leaders' },
      both: { words: 'Both about as much', says: null },
    },
  },
  undo: {
    label: 'How hard is it to take back what they decide?',
    missing: 'Say how hard it is to take back what they decide.',
    options: {
      easy: { words: 'Easy: each piece stands by itself', says: 'executes_features' },
      hard: { words: 'Hard: it shapes data, borders or contracts', says: 'plans_architecture' },
      unsure: { words: 'I cannot say', says: null },
    },
  },
} as const satisfies Record<string, Question>

export type OtherQuestion = keyof typeof otherQuestions
export const otherNames = Object.keys(otherQuestions) as OtherQuestion[]

/** The answers as they stand in the address. */
export const answersSchema = z.object({
  work: z.enum(workAreas, areaQuestion.missing),
  structure: oneOf(otherQuestions.structure),
  waiting: oneOf(otherQuestions.waiting),
  talks: oneOf(otherQuestions.talks),
  undo: oneOf(otherQuestions.undo),
})
export type Answers = z.infer<typeof answersSchema>

/** What an answer says: the words that were chosen and the trait they stand for. */
export function chosenOption(question: OtherQuestion, answers: Answers): Option {
  const options: Record<string, Option> = otherQuestions[question].options
  const chosen = options[answers[question]]
  if (!chosen) throw new Error(`"${answers[question]}" answers no question`)
  return chosen
}

function oneOf<Options extends Record<string, Option>>(question: { missing: string; options: Options }) {
  const { options, missing } = question
  return z.enum(Object.keys(options) as [keyof Options & string, ...(keyof Options & string)[]], missing)
}
