import { paths } from '#app/paths.ts'

/** What visitors attached, to be saved and opened with care: nobody has looked for viruses. */
export function LeadFiles({
  leadRef,
  files,
}: {
  leadRef: number
  files: readonly { id: string; name: string; size: number }[]
}) {
  if (files.length === 0) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files">Attached</h2>
      <ul className="plain-list">
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={paths.staff.leadFile(leadRef, id)}>{name}</a>{' '}
            <span className="beside">{sayBytes(size)}, not scanned for viruses</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayBytes(size: number): string {
  return size < 1024 * 1024 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`
}
