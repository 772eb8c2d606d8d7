import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

export type Tab = { key: string; name: string; href: string; isHere: boolean }

type ViewTabsProps = {
  tabs: readonly Tab[]
  /** What saving keeps; null when one of the tabs shows just this. */
  save: { layout: 'list' | 'board'; query: string } | null
}

/** Filters with a name, one of which may be the one that is shown; a filter without a name can be given one. */
export function ViewTabs({ tabs, save }: ViewTabsProps) {
  return (
    <div className="views">
      <nav aria-label="Views">
        <ul className="tabs">
          {tabs.map(({ key, name, href, isHere }) => (
            <li key={key}>
              <a href={href} aria-current={isHere ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {save ? (
        <details className="menu menu-end">
          <summary className="chip">Save view</summary>
          <form method="post" action={paths.staff.views()} className="form menu-sheet">
            <input type="hidden" name="layout" value={save.layout} />
            <input type="hidden" name="query" value={save.query} />
            <label className="field">
              <span>Name</span>
              <input name="name" required maxLength={60} />
            </label>
            <label className="radio">
              <input type="checkbox" name="shared" value="1" />
              Everybody may use it
            </label>
            <label className="radio">
              <input type="checkbox" name="isDefault" value="1" />
              My leads open with it
            </label>
            <Button small name="intent" value="save">
              Save
            </Button>
          </form>
        </details>
      ) : null}
      <a className="chip-text" href={paths.staff.views()}>
        All views
      </a>
    </div>
  )
}
