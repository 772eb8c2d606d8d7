import { Notice } from '#app/ui/notice.tsx'

/** Where the answers stand that were changed since, or another request of the same sender. */
export function NewerNotice(props: { changedHref: string | null; newestHref: string | null }) {
  const { changedHref, newestHref } = props
  if (changedHref) {
    return (
      <Notice>
        <p>
          You have changed these answers since.{' '}
          <a href={changedHref}>See the newest ones, and change them there</a>.
        </p>
      </Notice>
    )
  }
  if (!newestHref) return null
  return (
    <Notice>
      <p>
        You have sent another request since. <a href={newestHref}>See it</a>.
      </p>
    </Notice>
  )
}
