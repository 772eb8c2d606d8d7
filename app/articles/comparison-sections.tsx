import { Nudge } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { IndexList } from '#app/ui/index-list.tsx'
import { Part } from '#app/ui/part.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Answers, ReadingList } from '#app/ui/reading-lists.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Comparison } from './article.ts'

type SectionsProps = {
  comparison: Comparison
  /** Slugs of the roles among the sides. */
  roles: readonly string[]
  /** What stands over the columns. */
  sides: readonly string[]
  related: readonly { href: string; title: string; note: string }[]
}

/** The parts of a comparison in the order they stand, for the list of contents. */
export function contentsOf({ headings, together, related }: Comparison): { id: string; title: string }[] {
  return [
    { id: 'shared', title: 'What they share' },
    { id: 'differences', title: 'The differences' },
    ...headings.map(({ id, text }) => ({ id, title: text })),
    { id: 'together', title: together.heading },
    { id: 'choose', title: 'Which one do you need?' },
    { id: 'faq', title: 'Questions we are asked' },
    { id: 'related', title: related.heading },
  ]
}

export function ComparisonSections({ comparison, roles, sides, related }: SectionsProps) {
  return (
    <>
      <Part id="shared" heading="What they share">
        <p>{comparison.lead}</p>
        <ReadingList entries={comparison.shared} />
      </Part>
      <Part id="differences" heading="The differences">
        <Table
          kind={sides.length === 2 ? 'compare' : 'plain'}
          caption={`${sides.join(' and ')}, side by side`}
          head={['Compared', ...sides]}
          rows={comparison.dimensions.map(({ name, cells }) => ({ key: name, cells: [name, ...cells] }))}
        />
      </Part>
      <Nudge roles={roles} />
      <section>
        <Prose html={comparison.body} />
      </section>
      <Part id="together" heading={comparison.together.heading}>
        <p>{comparison.together.text}</p>
      </Part>
      <Choose choices={comparison.choose} />
      <Part id="faq" heading="Questions we are asked">
        <Answers entries={comparison.faq.map(({ q, a }) => ({ question: q, answer: a }))} />
      </Part>
      <Part id="related" heading={comparison.related.heading}>
        <IndexList entries={related} />
      </Part>
    </>
  )
}

function Choose({ choices }: { choices: Comparison['choose'] }) {
  return (
    <Part id="choose" heading="Which one do you need?">
      <dl className="facts facts-even">
        {choices.map((choice) => (
          <div key={choice.if}>
            <dt>If {choice.if}</dt>
            <dd>{choice.then}</dd>
          </div>
        ))}
      </dl>
      <p>
        Still between two? <a href={paths.whichRole()}>Answer five questions</a>, and see which role your work
        asks for, and by which rule.
      </p>
    </Part>
  )
}
