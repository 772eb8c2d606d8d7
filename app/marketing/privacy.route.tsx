import type { MetaFunction } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { Part } from '#app/ui/part.tsx'
import { describePage } from '#app/seo/head.ts'
import { noticeParts, noticeVersion } from './notice.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Privacy' }]

export const meta: MetaFunction = ({ matches }) =>
  describePage({
    title: 'Privacy',
    description: `What ${site.name} collects when you send a request or book a consultation, why, for how long, and what you can ask of us.`,
    path: paths.privacy(),
    matches,
    crumbs,
  })

export default function Privacy() {
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={crumbs} />
        <h1>Privacy notice</h1>
        <p className="lede">What happens with what you tell us, in plain words.</p>
        <p className="label">Version of {sayDayAndYear(noticeVersion)}</p>
      </header>
      <div className="article">
        <Contents entries={noticeParts.map(({ id, heading }) => ({ id, title: heading }))} />
        <div className="article-body">
          {noticeParts.map(({ id, heading, text, list, act }) => (
            <Part key={id} id={id} heading={heading}>
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {list && (
                <ul>
                  {list.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              )}
              {act && <ButtonLink href={act.href}>{act.words}</ButtonLink>}
            </Part>
          ))}
        </div>
      </div>
    </>
  )
}
