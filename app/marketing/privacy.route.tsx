import type { MetaFunction } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { describePage } from '#app/seo/head.ts'
import { NoticeParts } from './notice-parts.tsx'
import { notices } from './notice.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Privacy' }]
const [current, ...earlier] = notices

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
        <p className="label">Version of {sayDayAndYear(current.version)}</p>
      </header>
      <NoticeParts text={current.text} />
      {earlier.length > 0 && (
        <section className="page" aria-labelledby="earlier">
          <h2 id="earlier">Earlier versions</h2>
          <p>What you agreed to with an earlier version can be read as it stood then.</p>
          <ul>
            {earlier.map(({ version }) => (
              <li key={version}>
                <a href={paths.privacyVersion(version)}>Version of {sayDayAndYear(version)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
