import { paths } from '#app/paths.ts'
import { SaveViewForm, type SaveView } from './save-view-form.tsx'

export type Tab = { key: string; name: string; href: string; isHere: boolean }

type ViewTabsProps = {
  tabs: readonly Tab[]
  /** What saving keeps; null when one of the tabs shows just this. */
  save: SaveView | null
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
          <li>
            <a href={paths.staff.views()}>All views</a>
          </li>
        </ul>
      </nav>
      {save ? (
        <details className="menu menu-end">
          <summary className="chip">Save view</summary>
          <div className="menu-sheet">
            <SaveViewForm {...save} />
          </div>
        </details>
      ) : null}
    </div>
  )
}
