import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { describePrivatePage } from '#app/seo/head.ts'
import designStyles from '#app/ui/styles/design.css?url'
import { Components } from './components.tsx'
import { Foundations } from './foundations.tsx'

/** The parts that every page is made of, for those who build pages. In production there is nothing at this address. */
export function loader() {
  if (!import.meta.env.DEV) throw new Response(null, { status: 404 })
  return null
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: designStyles }]

export const meta: MetaFunction = () => describePrivatePage('Design')

export default function Design() {
  return (
    <>
      <header className="page">
        <h1>The parts of every page</h1>
        <p className="lede">
          Tokens, type and each component of <code>app/ui</code> in its states. Light or dark follows the
          system: switch it in the browser to see the other.
        </p>
      </header>
      <Foundations />
      <Components />
    </>
  )
}
