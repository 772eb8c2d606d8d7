import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listComparisons } from '#app/articles/articles.server.ts'
import { rolesOf } from '#app/articles/article.ts'
import { Dock } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { listRoles } from '../roles.server.ts'
import { AnswerShown } from './answer-shown.tsx'
import { chooseRole } from './choose-role.ts'
import { QuestionForm } from './question-form.tsx'
import { answersSchema, type Answers } from './questions.ts'

const title = 'Developer or engineer? Five questions'
const crumbs = [
  { label: 'Home', href: paths.home() },
  { label: 'Roles', href: paths.roles() },
  { label: 'Which role?' },
]

export function loader({ request }: LoaderFunctionArgs) {
  const typed = Object.fromEntries(new URL(request.url).searchParams)
  const answers = answersSchema.safeParse(typed)
  return {
    typed,
    errors: answers.success || Object.keys(typed).length === 0 ? {} : answers.error.flatten().fieldErrors,
    result: answers.success ? resultOf(answers.data) : null,
  }
}

/** The answer, and what there is to read about just those between whom it decides. */
function resultOf(answers: Answers) {
  const choice = chooseRole(answers, listRoles())
  const slugs = choice.candidates.map(({ role }) => role.slug)
  const comparisons = listComparisons().filter((comparison) =>
    slugs.length > 1
      ? slugs.every((slug) => rolesOf(comparison).includes(slug))
      : rolesOf(comparison).some((slug) => slugs.includes(slug)),
  )
  return {
    answers,
    choice,
    reading: comparisons.map((comparison) => ({
      href: paths.comparison(comparison.slug),
      title: comparison.title,
      note: 'comparison',
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title,
    description:
      'Five questions about your work, and the role they ask for, from backend developer to project manager. The rule behind the answer is shown.',
    path: paths.whichRole(),
    matches,
    crumbs,
  })

export default function WhichRole() {
  const { typed, errors, result } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page page-head">
        <Breadcrumbs crumbs={crumbs} />
        {result ? <AnswerShown {...result} /> : <Question />}
      </header>
      <section className="section" aria-labelledby="questions">
        <h2 id="questions" className="part-title">
          {result ? 'Change an answer' : 'Your work in five answers'}
        </h2>
        <QuestionForm typed={typed} errors={errors} />
      </section>
      <Dock roles={result?.choice.best.map(({ slug }) => slug)} />
    </>
  )
}

function Question() {
  return (
    <>
      <h1>Developer or engineer?</h1>
      <p className="lede">
        Titles are used loosely, work is not. Say five things about yours, and see which role it asks for, and
        by which rule.
      </p>
    </>
  )
}
