import type { ReactNode } from 'react'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import type { BookableType } from './bookable-types.server.ts'
import { usualType } from './booking.ts'

/**
 * What is booked: the pane beside the calendar and beside the form. `about` is the role or the request it is for. Beside
 * the form it says only what was chosen: on a phone the form begins below it.
 */
export function BookWhat(props: {
  step: 1 | 2
  type: Pick<BookableType, 'slug' | 'name' | 'minutes' | 'place' | 'description'>
  /** Back to the types, where there are others. */
  typesHref: string | null
  about: string | null
  children?: ReactNode
}) {
  const { step, type, typesHref, about, children } = props
  const description = type.description || (type.slug === usualType ? calls.book.sentence : '')
  return (
    <div className="book-what">
      <p className="label">Step {step} of 2</p>
      <h1>{headingOf(type)}</h1>
      <p className="book-facts">
        {type.slug === usualType && <strong>{type.name}</strong>}
        <span>{type.minutes} minutes</span>
        <span>{type.place}</span>
        {typesHref && <a href={typesHref}>Another kind of meeting</a>}
      </p>
      {step === 1 && description && <p>{description}</p>}
      {children}
      {about && (
        <p>
          <span className="label">About</span>
          <br />
          {about}
        </p>
      )}
      {step === 1 && <OtherWays isAbout={about !== null} />}
    </div>
  )
}

function OtherWays({ isAbout }: { isAbout: boolean }) {
  return (
    <>
      {!isAbout && (
        <p className="book-together">
          {calls.together} <a href={paths.start()}>{calls.start.label}</a>
        </p>
      )}
      <p className="label">
        Booked already? <a href={paths.links()}>Send my links again</a>
      </p>
    </>
  )
}

/** The usual type is what every button of the site calls it. */
export function headingOf({ slug, name }: { slug: string; name: string }): string {
  return slug === usualType ? calls.book.label : `Book: ${name}`
}
