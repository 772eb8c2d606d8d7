import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Question } from '../question.ts'
import { OrderButtons } from './order-buttons.tsx'
import { kindNames, mostQuestions } from './question-schema.ts'

/** What visitors are asked when they book a type, in order; each leads to its own form. */
export function QuestionPanel(props: { slug: string; questions: readonly Question[]; mayChange: boolean }) {
  const { slug, questions, mayChange } = props
  return (
    <section className="panel" aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      {questions.length === 0 ? (
        <p>Visitors are asked who they are and what you should know. Ask more only if you will use it.</p>
      ) : (
        <ol className="questions">
          {questions.map((question, index) => (
            <li key={question.id}>
              <p>
                {mayChange ? (
                  <a href={paths.staff.question(slug, question.id)}>{question.label}</a>
                ) : (
                  question.label
                )}
                <br />
                <span className="beside">{sayKind(question)}</span>
              </p>
              {mayChange && questions.length > 1 && (
                <OrderButtons
                  which={question.id}
                  name={question.label}
                  isFirst={index === 0}
                  isLast={index === questions.length - 1}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayChange && questions.length < mostQuestions && (
        <ButtonLink small href={paths.staff.newQuestion(slug)}>
          Add a question
        </ButtonLink>
      )}
      {mayChange && questions.length >= mostQuestions && (
        <p>These are {mostQuestions}, which is as many as fit.</p>
      )}
    </section>
  )
}

function sayKind({ kind, required, options }: Question): string {
  const answers = kind === 'choice' ? `: ${options.join(', ')}` : ''
  return `${kindNames[kind]}${answers}${required ? ', required' : ''}`
}
