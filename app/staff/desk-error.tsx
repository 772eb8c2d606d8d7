import { isRouteErrorResponse } from '@remix-run/react'
import { useContext } from 'react'
import { PageRequestContext } from '#app/ops/page-request.ts'
import { paths } from '#app/paths.ts'

/** What is shown at the desk instead of a page that cannot be shown. */
export function DeskError({ error }: { error: unknown }) {
  const { reference } = useContext(PageRequestContext)
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { heading, words } = refusals[status] ?? broken
  return (
    <div className="desk-body">
      <div className="empty">
        <h1>{heading}</h1>
        <p>{words}</p>
        {!refusals[status] && reference && (
          <p>
            Reference: <code>{reference}</code>
          </p>
        )}
        <p>
          <a href={paths.staff.leads()}>All leads</a>
        </p>
      </div>
    </div>
  )
}

const refusals: Record<number, { heading: string; words: string }> = {
  400: { heading: 'This could not be read', words: 'Go back, load the page again and send it once more.' },
  403: {
    heading: 'You may look, not change',
    words: 'Your account can read leads. Ask an admin when you need to work on them.',
  },
  404: {
    heading: 'There is nothing here for you',
    words: 'It does not exist, or it belongs to a colleague. A manager sees every lead.',
  },
  413: { heading: 'That was too much', words: 'Go back, shorten what you wrote, and send it again.' },
}

const broken = {
  heading: 'Something broke on our side',
  words: 'It has been logged. Go back and try again in a minute.',
}
