import { isRouteErrorResponse } from '@remix-run/react'
import { useContext } from 'react'
import { PageRequestContext } from '#app/ops/page-request.ts'
import { paths } from '#app/paths.ts'
import { nearestPages, wordsOfPath, type NearPage } from '#app/search/nearest.ts'
import { SearchForm } from '#app/search/search-form.tsx'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Label } from '#app/ui/label.tsx'
import { calls } from './calls.ts'

type Asked = {
  /** The path that was asked for. */
  path: string
  /** The pages that there are, where they are known: those like what was asked for are offered. */
  pages?: readonly NearPage[]
}

/** What a visitor sees instead of the page: whose fault it is, and where to go from here. Never what went wrong inside. */
export function ErrorPage({ error, ...asked }: { error: unknown } & Asked) {
  return isRouteErrorResponse(error) && error.status < 500 ? (
    <RefusedPage status={error.status} {...asked} />
  ) : (
    <BrokenPage />
  )
}

export function titleOfError(error: unknown): string {
  if (!isRouteErrorResponse(error) || error.status >= 500) return `Something broke | ${site.name}`
  return `${headings[error.status] ?? headings[400]} | ${site.name}`
}

const headings: Record<number, string> = {
  400: 'We could not read that request',
  403: 'This page is not open to you',
  404: 'There is nothing at this address',
  405: 'This page cannot be used that way',
  410: 'This page has been taken down',
  413: 'That was more than we can take in one go',
  429: 'That was too often, too quickly',
}

const sentences: Record<number, string> = {
  404: 'The link may be old, or a letter of it may be missing. These pages are a good place to go on from.',
  413: 'Go back, shorten what you wrote, and send it again.',
  429: 'Wait a few minutes and try again; nothing you sent before is lost.',
}

function RefusedPage({ status, ...asked }: { status: number } & Asked) {
  return (
    <div className="page">
      <Label>Error {status}</Label>
      <h1>{headings[status] ?? headings[400]}</h1>
      <p className="lede">
        {sentences[status] ?? 'Go back and try again, or go on from one of these pages.'}
      </p>
      {status === 404 && <NearBy {...asked} />}
      {status === 404 && (
        <p>
          Was it the link to your consultation or your request?{' '}
          <a href={paths.links()}>We send it to you again</a>.
        </p>
      )}
      <WaysOn />
    </div>
  )
}

/** What may have been meant, and a search that begins with the words of the address. */
function NearBy({ path, pages = [] }: Asked) {
  const near = nearestPages(path, pages)
  return (
    <>
      {near.length > 0 && (
        <section className="near" aria-labelledby="near">
          <h2 id="near">Did you look for this?</h2>
          <IndexList entries={near.map(({ href, title }) => ({ href, title }))} />
        </section>
      )}
      <SearchForm id="search-here" asked={wordsOfPath(path)} />
    </>
  )
}

function BrokenPage() {
  const { reference } = useContext(PageRequestContext)
  return (
    <div className="page">
      <Label>Error 500</Label>
      <h1>Something broke on our side</h1>
      <p className="lede">It has been logged. Try again in a minute; what you typed may need typing again.</p>
      {reference && (
        <p>
          If it keeps happening, write to <a href={`mailto:${site.email}`}>{site.email}</a>. Quote this
          reference: <code>{reference}</code>
        </p>
      )}
      <WaysOn />
    </div>
  )
}

function WaysOn() {
  return (
    <div className="doors">
      <ButtonLink href={paths.roles()}>See the roles</ButtonLink>
      <ButtonLink href={paths.start()}>{calls.start.label}</ButtonLink>
      <ButtonLink href={paths.book()}>{calls.book.label}</ButtonLink>
    </div>
  )
}
