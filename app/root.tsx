import fraunces from '@fontsource/fraunces/files/fraunces-latin-400-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { env } from '#app/env.server.ts'
import { ErrorPage, titleOfError } from '#app/marketing/error-page.tsx'
import { PageRequestContext } from '#app/ops/page-request.ts'
import { paths } from '#app/paths.ts'
import { describeShareImage } from '#app/seo/share-images.server.ts'
import { site } from '#app/site.ts'
import siteStyles from '#app/ui/styles/site.css?url'

/** What share tags need: the origin of every absolute address that a page gives away, and the page's picture. */
export function loader({ request }: LoaderFunctionArgs) {
  return { origin: env.APP_URL, picture: describeShareImage(new URL(request.url).pathname) }
}

export const links: LinksFunction = () => [
  { rel: 'preload', href: fraunces, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: paths.manifest() },
]

export const meta: MetaFunction = ({ error }) => [{ title: error ? titleOfError(error) : site.name }]

export function Layout({ children }: { children: ReactNode }) {
  const { scripts, nonce } = useContext(PageRequestContext)
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fcfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#11151c" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** The last resort, when not even a layout could be drawn: it brings its own styles. */
export function ErrorBoundary() {
  return (
    <>
      <link rel="stylesheet" href={siteStyles} />
      <main className="wrap">
        <ErrorPage error={useRouteError()} path={useLocation().pathname} />
      </main>
    </>
  )
}
