import { Button } from '#app/ui/button.tsx'

type Props = { secret: string; secretVersion: number; isOverlapping: boolean }

/** The secret by which the receiver knows that a message is from here. */
export function SecretPanel({ secret, secretVersion, isOverlapping }: Props) {
  return (
    <section className="panel" aria-labelledby="secret-heading">
      <h2 id="secret-heading">Secret</h2>
      <p>
        Messages are signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> says, with
        webhook-id, webhook-timestamp and webhook-signature. Give this to the receiver and to nobody else.
      </p>
      <label htmlFor="secret">Signing secret</label>
      <input id="secret" type="text" readOnly value={secret} spellCheck={false} />
      {isOverlapping && <p>The secret before this one still signs too, for a day from its change.</p>}
      <form method="post" className="btn-row">
        <input type="hidden" name="intent" value="rotate" />
        <input type="hidden" name="shown" value={secretVersion} />
        <Button small tone="danger">
          Make a new secret
        </Button>
      </form>
    </section>
  )
}
