import { Fragment } from 'react'
import type { Comparison, Guide } from '#app/articles/article.ts'
import { Nudge } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Part } from '#app/ui/part.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Answers, ReadingList, Tags } from '#app/ui/reading-lists.tsx'
import { Table } from '#app/ui/table.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import { withArticle } from './role-name.ts'
import { familyLabels, type Role } from './role.ts'

type RoleProps = { role: Role }
/** What there is to read about the role. */
type Reading = { comparisons: readonly Comparison[]; guides: readonly Guide[] }

/** The parts of a role's page in the order they stand, for the list of contents. */
export function contentsOf(role: Role): { id: string; title: string }[] {
  return [
    { id: 'glance', title: 'At a glance' },
    { id: 'does', title: 'What they do' },
    { id: 'responsibilities', title: 'Responsibilities' },
    { id: 'skills', title: 'Skills' },
    { id: 'languages', title: 'Languages and tools' },
    { id: 'when', title: 'When to hire, when not' },
    { id: 'levels', title: 'Levels' },
    ...role.headings.map(({ id, text }) => ({ id, title: text })),
    { id: 'interview', title: 'Interview questions' },
    { id: 'faq', title: 'Questions we are asked' },
    { id: 'related', title: 'You might also like' },
  ]
}

export function RoleSections({
  role,
  related,
  comparisons,
  guides,
}: RoleProps & Reading & { related: readonly Role[] }) {
  return (
    <>
      <Glance role={role} />
      <Part id="does" heading={`What ${withArticle(role.title)} does`}>
        <p>{role.summary}</p>
        <ReadingList entries={role.does} />
      </Part>
      <Part id="responsibilities" heading="Responsibilities">
        <ReadingList entries={role.responsibilities} />
      </Part>
      <Skills role={role} />
      <Languages role={role} />
      <Nudge roles={[role.slug]} />
      <When role={role} comparisons={comparisons} />
      <Levels role={role} />
      <section>
        <Prose html={role.body} />
      </section>
      <Interview role={role} />
      <Part id="faq" heading="Questions we are asked">
        <Answers entries={role.faq.map(({ q, a }) => ({ question: q, answer: a }))} />
      </Part>
      <Related related={related} comparisons={comparisons} guides={guides} />
    </>
  )
}

function Glance({ role }: RoleProps) {
  return (
    <Part id="glance" heading="At a glance">
      <DefinitionList
        entries={[
          { term: 'Works on', value: familyLabels[role.family] },
          { term: 'Hire when', value: role.hireWhen[0] },
          { term: 'Not when', value: role.notWhen[0] },
          { term: 'Languages', value: role.languages.map(({ name }) => name).join(', ') },
          { term: 'Also called', value: role.aliases.join(', ') },
          {
            term: 'Shared hours',
            value: <a href={paths.sharedHours()}>See which hours your city shares with the team</a>,
          },
        ].filter(({ value }) => value)}
      />
    </Part>
  )
}

function Skills({ role }: RoleProps) {
  return (
    <Part id="skills" heading="Skills">
      <h3>To insist on</h3>
      <ReadingList kind="for" entries={role.skills.must} />
      {role.skills.nice.length > 0 && (
        <>
          <h3>Good to have</h3>
          <Tags entries={role.skills.nice} />
        </>
      )}
    </Part>
  )
}

function Languages({ role }: RoleProps) {
  return (
    <Part id="languages" heading="Languages and tools">
      <Table
        caption={`Languages of ${withArticle(role.title)}`}
        head={['Language', 'Paradigm', 'What to know']}
        rows={role.languages.map(({ name, paradigm, note }) => ({
          key: name,
          cells: [name, <Unbroken key={name} text={paradigm ?? ''} />, note ?? ''],
        }))}
      />
      {role.tools.length > 0 && <Tags entries={role.tools} />}
    </Part>
  )
}

function When({ role, comparisons }: RoleProps & Pick<Reading, 'comparisons'>) {
  return (
    <Part id="when" heading="When to hire, and when not">
      <div className="pair">
        <div>
          <h3>Hire when</h3>
          <ReadingList kind="for" entries={role.hireWhen} />
        </div>
        <div>
          <h3>Do not hire when</h3>
          <ReadingList kind="against" entries={role.notWhen} />
        </div>
      </div>
      <p>
        Not sure which title you need? <a href={paths.whichRole()}>Five questions</a> show which role your
        work asks for.
        {comparisons.length > 0 && ' Or read how they differ: '}
        {comparisons.map(({ slug, title }, index) => (
          <Fragment key={slug}>
            {index > 0 && ', '}
            <a href={paths.comparison(slug)}>{title}</a>
          </Fragment>
        ))}
        {comparisons.length > 0 && '.'}
      </p>
    </Part>
  )
}

function Levels({ role: { seniority } }: RoleProps) {
  return (
    <Part id="levels" heading="What to expect at each level">
      <DefinitionList
        entries={[
          { term: 'Junior', value: seniority.junior },
          { term: 'Mid-level', value: seniority.mid },
          { term: 'Senior', value: seniority.senior },
          { term: 'Lead', value: seniority.lead },
        ]}
      />
    </Part>
  )
}

function Interview({ role }: RoleProps) {
  return (
    <Part id="interview" heading="Interview questions">
      <p>
        Ask these in your own words, and listen for what is written under each. The{' '}
        <a href={paths.kit(role.slug)}>hiring kit</a> has them as a sheet with scores, beside a job
        description and a list for the first week.
      </p>
      <ol className="questions">
        {role.interview.map(({ q, shows }) => (
          <li key={q}>
            <div>
              <h3>{q}</h3>
              <p className="shows">
                <b>A good answer:</b> {shows}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Related({ related, comparisons, guides }: Reading & { related: readonly Role[] }) {
  return (
    <Part id="related" heading="You might also like">
      <IndexList
        entries={[
          ...related.map(({ slug, title }) => ({ href: paths.role(slug), title, note: 'role' })),
          ...comparisons.map(({ slug, title }) => ({
            href: paths.comparison(slug),
            title,
            note: 'comparison',
          })),
          ...guides.map(({ slug, title }) => ({ href: paths.guide(slug), title, note: 'guide' })),
        ]}
      />
    </Part>
  )
}
