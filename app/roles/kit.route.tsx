import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CloseBand } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { ReadingList } from '#app/ui/reading-lists.tsx'
import { Section } from '#app/ui/section.tsx'
import { kitOf, scores, type KitBlock } from './kit.ts'
import { withArticle } from './role-name.ts'
import { findRole, listRoles } from './roles.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  const role = findRole(params.role ?? '')
  if (!role) throw new Response(null, { status: 404 })
  return {
    slug: role.slug,
    role: role.title,
    kit: kitOf(role),
    others: listRoles()
      .filter(({ slug }) => role.related.includes(slug))
      .map(({ slug, title }) => ({ href: paths.kit(slug), title, note: 'hiring kit' })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? describePage({
        title: `Hiring kit for ${withArticle(data.role)}`,
        description: `A job description to adapt, interview questions with a scoring sheet, and a first-week list for ${withArticle(data.role)}. To print or as Markdown.`,
        path: paths.kit(data.slug),
        matches,
        crumbs: crumbsOf(data),
      })
    : []

export default function KitPage() {
  const { slug, role, kit, others } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={crumbsOf({ slug, role })} />
        <h1>{kit.title}</h1>
        <p className="lede no-print">{kit.intro}</p>
        <p className="no-print">
          Print this page, or <a href={paths.kitMarkdown(slug)}>take it as Markdown</a>.
        </p>
      </header>
      <div className="kit">
        {kit.parts.map(({ id, heading, text, blocks }) => (
          <Section key={id} id={id} heading={heading}>
            <p>{text}</p>
            {blocks.map((block, index) => (
              <Block key={index} block={block} />
            ))}
          </Section>
        ))}
        <div className="no-print">
          <Section id="others" heading="Kits of related roles">
            <IndexList entries={others} />
          </Section>
        </div>
      </div>
      <CloseBand
        heading={`Looking for ${withArticle(role)}?`}
        text="Write down whom you need, or talk it through. Either one knows the role already."
        roles={[slug]}
      />
    </>
  )
}

function Block({ block }: { block: KitBlock }) {
  if (block.kind === 'questions') return <Questions entries={block.entries} />
  if (block.entries.length === 0) return null
  return (
    <>
      <h3>{block.heading}</h3>
      {block.kind === 'list' ? (
        <ReadingList entries={block.entries} />
      ) : (
        <ul className="checks">
          {block.entries.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Questions({ entries }: { entries: readonly { question: string; shows: string }[] }) {
  return (
    <>
      <ul className="scores label">
        {scores.map(({ score, means }) => (
          <li key={score}>
            {score} = {means}
          </li>
        ))}
      </ul>
      <ol className="sheet">
        {entries.map(({ question, shows }) => (
          <li key={question}>
            <div>
              <h3>{question}</h3>
              <p className="shows">
                <b>A good answer:</b> {shows}
              </p>
              <p className="score">
                Score {scores.map(({ score }) => score).join(' · ')} <span>Notes</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function crumbsOf({ slug, role }: { slug: string; role: string }) {
  return [
    { label: 'Home', href: paths.home() },
    { label: 'Roles', href: paths.roles() },
    { label: role, href: paths.role(slug) },
    { label: 'Hiring kit' },
  ]
}
