import { sayCalendarDate } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { site } from '#app/site.ts'

type BylineProps = {
  /** A slug: `editorial-team`. */
  author: string
  /** As content files write it: `2026-11-22`. */
  updated: string
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
        Updated <time dateTime={updated}>{dayAndYear(updated)}</time>
      </span>
      {minutes && <span>{minutes} min read</span>}
    </p>
  )
}

/** `'22 November 2026'`: the weekday says nothing about a text. */
function dayAndYear(date: string): string {
  return sayCalendarDate(date as CalendarDate).replace(/^\w+ /, '')
}
