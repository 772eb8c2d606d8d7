import { Button } from '#app/ui/button.tsx'

/** The secret address under which calendar programs read this host's bookings. */
export function OwnAddress({ address, version }: { address: string; version: number }) {
  return (
    <section className="panel" aria-labelledby="own">
      <h2 id="own">Bookings in your own calendar</h2>
      <p>Subscribe to this address and new, moved and cancelled bookings show in your calendar program.</p>
      <label htmlFor="address">Address of the bookings</label>
      <input id="address" type="text" readOnly value={address} spellCheck={false} />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>Open in the calendar program of this device</a>
      </p>
      <h3>How to subscribe</h3>
      <dl className="where-to">
        <dt>Google</dt>
        <dd>Other calendars, +, From URL. Google looks every few hours.</dd>
        <dt>Outlook</dt>
        <dd>Add calendar, Subscribe from web.</dd>
        <dt>Apple</dt>
        <dd>File, New Calendar Subscription.</dd>
      </dl>
      <h3>If somebody else knows it</h3>
      <p>
        Whoever has this address reads the bookings, with names and telephone numbers. A new one stops the old
        one at once; subscribe again with it.
      </p>
      <form method="post">
        <input type="hidden" name="intent" value="renew" />
        <input type="hidden" name="version" value={version} />
        <Button small tone="danger">
          Make a new address
        </Button>
      </form>
    </section>
  )
}
