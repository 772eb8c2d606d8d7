import { Doors } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { IndexList } from '#app/ui/index-list.tsx'
import { Table } from '#app/ui/table.tsx'
import { inSentence, withArticle } from '../role-name.ts'
import type { Role } from '../role.ts'
import { traitWords } from '../signals.ts'
import { type Choice, weightsOf } from './choose-role.ts'
import { type Answers, areaWords, chosenOption, otherNames, otherQuestions } from './questions.ts'

type AnswerShownProps = {
  answers: Answers
  choice: Choice
  reading: readonly { href: string; title: string }[]
}

/** The role that the answers ask for, the rule, the sum, and the ways on. */
export function AnswerShown({ answers, choice, reading }: AnswerShownProps) {
  const { best, candidates } = choice
  const slugs = best.map(({ slug }) => slug)
  return (
    <>
      <h1>
        <span className="label above">Your five answers ask for</span> {headlineOf(best)}
      </h1>
      {best.map(({ slug, definition }) => (
        <p key={slug} className="lede">
          {definition}
        </p>
      ))}
      <Doors roles={slugs} />
      <section className="why-role" aria-labelledby="rule">
        <h2 id="rule" className="part-title">
          Why this answer
        </h2>
        <Rule answers={answers} choice={choice} />
        {candidates.length > 1 && <Sum answers={answers} choice={choice} />}
        <Level choice={choice} />
        <IndexList
          entries={[
            ...candidates.map(({ role }) => ({
              href: paths.role(role.slug),
              title: role.title,
              note: 'role',
            })),
            ...reading,
          ]}
        />
      </section>
    </>
  )
}

function headlineOf(best: readonly Role[]): string {
  const names = best.map(({ title }) => withArticle(title))
  const sentence = names.join(', or ') || 'Somebody we have no page for yet'
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function Rule({ answers, choice: { best, candidates } }: Omit<AnswerShownProps, 'reading'>) {
  const [only, ...others] = candidates
  if (!only)
    return <p>None of our roles does this work. Describe it to us, and we say whether we can help.</p>
  if (others.length === 0)
    return (
      <p>
        Your first answer settles the role: of ours, {withArticle(only.role.title)} is the one for work that
        lies “{inSentence(areaWords[answers.work])}”. The other four answers settle the level.
      </p>
    )
  return (
    <>
      <p>
        Your first answer leaves {candidates.map(({ role }) => withArticle(role.title)).join(' and ')}. Each
        of the other four says one thing about the work and counts for or against them:
      </p>
      <ul>
        {candidates.map(({ role }) => (
          <li key={role.slug}>
            {role.title}: {weightsOf(role).map(sayWeight).join(', ')}.
          </li>
        ))}
      </ul>
      <p>
        {best.length > 1
          ? 'The sums are equal, so either can begin. Talk it through with us before you decide.'
          : 'The higher sum is the answer.'}
      </p>
    </>
  )
}

function sayWeight({ trait, points }: ReturnType<typeof weightsOf>[number]): string {
  return `${signed(points)} for ${traitWords[trait]}`
}

function Sum({ answers, choice: { candidates } }: Omit<AnswerShownProps, 'reading'>) {
  const rows = otherNames.map((name) => ({
    key: name,
    cells: [
      <>
        {otherQuestions[name].label} <b>{chosenOption(name, answers).words}</b>
      </>,
      ...candidates.map(({ points }) => signed(points[name])),
    ] as const,
  }))
  const sum = { key: 'sum', cells: ['Sum', ...candidates.map((candidate) => signed(candidate.sum))] as const }
  return (
    <Table
      kind="compare"
      caption="What each answer counts for"
      head={['Your answer', ...candidates.map(({ role }) => role.title)]}
      rows={[...rows, sum]}
    />
  )
}

function Level({ choice: { best, level } }: Pick<AnswerShownProps, 'choice'>) {
  const [role] = best
  if (!role) return null
  const because = {
    senior: 'More of your answers speak of open decisions than of described work, so ask for a senior',
    mid: 'Open decisions do not outweigh described work, so a mid-level person is enough',
  }[level]
  return (
    <p>
      {because}. What to expect there: {inSentence(role.seniority[level])}
    </p>
  )
}

/** A true minus sign, as wide as the plus. */
function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${points}` : `−${-points}`
}
