import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

/** What is said instead of sending a form that would be lost on its way. */
export function NotSent() {
  return (
    <dialog id="not-sent" aria-labelledby="not-sent-title" data-ask={paths.staff.find()}>
      <form method="dialog">
        <h2 id="not-sent-title">Not sent, and not lost</h2>
        <p data-why="signed-out">
          You are signed out.{' '}
          <a href={paths.staff.signIn()} target="_blank">
            Sign in in another tab
          </a>
          , come back here and send it again. What you typed stays on this page.
        </p>
        <p data-why="no-answer">
          The server does not answer. What you typed stays on this page: send it again when you are connected.
        </p>
        <Button small>Close</Button>
      </form>
    </dialog>
  )
}
