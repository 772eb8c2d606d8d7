/** Links set like a table of contents: a name, a dotted leader, where it belongs. */
export function IndexList({
  entries,
}: {
  entries: readonly { href: string; title: string; note?: string }[]
}) {
  return (
    <ul className="index">
      {entries.map(({ href, title, note }) => (
        <li key={href}>
          <a href={href}>
            <span className="index-title">{title}</span>
            {note && <span className="index-note">{note}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
