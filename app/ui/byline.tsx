import { sayDayAndYear } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { site } from '#app/site.ts'

type BylineProps = {
  /** A slug: `editorial-team`. */
  author: string
  updated: CalendarDate
  minutes?: number
}

/** Who wrote a page, when it was last true, and how long it takes. */
export function Byline({ author, updated, minutes }: BylineProps) {
  return (
    <p className="byline label">
      <span>
        By the {author.replaceAll('-', ' ')} of {site.name}
      </span>
      <span>
        Updated <time dateTime={updated}>{sayDayAndYear(updated)}</time>
      </span>
      {minutes && <span>{minutes} min read</span>}
    </p>
  )
}
