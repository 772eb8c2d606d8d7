import type { ReactNode } from 'react'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'

/** What is booked: the pane beside the calendar and beside the form. `about` is the role or the request it is for. */
export function BookWhat(props: { step: 1 | 2; about: string | null; children?: ReactNode }) {
  return (
    <div className="book-what">
      <p className="label">Step {props.step} of 2</p>
      <h1>{calls.book.label}</h1>
      <p>{calls.book.sentence}</p>
      {props.about ? (
        <p>
          <span className="label">About</span>
          <br />
          {props.about}
        </p>
      ) : (
        <p>
          {calls.together} <a href={paths.start()}>{calls.start.label}</a>
        </p>
      )}
      {props.children}
    </div>
  )
}
