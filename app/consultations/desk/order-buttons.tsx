import { Button } from '#app/ui/button.tsx'

/** Moves one of a list a place up or down; works without scripts. `which` is its id or slug, sent as `of`. */
export function OrderButtons(props: { which: string; name: string; isFirst: boolean; isLast: boolean }) {
  const { which, name, isFirst, isLast } = props
  return (
    <form method="post" className="order">
      <input type="hidden" name="of" value={which} />
      <Button small tone="quiet" name="intent" value="up" disabled={isFirst} aria-label={`Move ${name} up`}>
        ↑
      </Button>
      <Button
        small
        tone="quiet"
        name="intent"
        value="down"
        disabled={isLast}
        aria-label={`Move ${name} down`}
      >
        ↓
      </Button>
    </form>
  )
}
