import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** What somebody can do next: talk to us, change the call that is booked, or come back to what was closed. */
export function OnwardPart(props: { isClosed: boolean; hasCall: boolean; bookHref: string }) {
  if (props.isClosed) {
    return (
      <>
        <p>
          Is it wanted after all? Write to <a href={`mailto:${site.email}`}>{site.email}</a>, and we open it
          again.
        </p>
        <p className="btn-row no-print">
          <ButtonLink href={paths.start()}>Share another requirement</ButtonLink>
        </p>
      </>
    )
  }
  if (props.hasCall) {
    return (
      <p className="no-print">
        To move or cancel the call, use the link in its letter, or{' '}
        <a href={paths.links()}>have your links sent again</a>. You can also{' '}
        <a href={props.bookHref}>book another one</a>.
      </p>
    )
  }
  return (
    <p className="btn-row no-print">
      <ButtonLink tone="go" href={props.bookHref}>
        Book a free consultation
      </ButtonLink>
    </p>
  )
}
