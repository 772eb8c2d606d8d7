import { Button } from '#app/ui/button.tsx'

/** A link for colleagues, who read what is needed and not who asks. */
export function BriefPart({ url }: { url: string | null }) {
  return (
    <section aria-labelledby="brief" className="no-print">
      <h2 id="brief">A brief for a colleague</h2>
      {url ? (
        <p className="brief-link">
          Whoever has this link reads what you need, without your name: <a href={url}>{url}</a>
        </p>
      ) : (
        <p>Make a link to a page with your answers and without your name. It works for 30 days.</p>
      )}
      <form method="post">
        {url ? (
          <Button name="intent" value="revoke">
            Stop sharing
          </Button>
        ) : (
          <Button name="intent" value="share">
            Make a link
          </Button>
        )}
      </form>
    </section>
  )
}
