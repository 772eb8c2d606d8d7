import { site } from '#app/site.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Part } from '#app/ui/part.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Page } from './page.ts'

type Shown = NonNullable<Page['shows']>

export const headingFromSite: Record<Shown, string> = {
  vetting: 'The stages',
  engagements: 'The models',
  rates: 'What an hour costs',
}

/** What only the firm itself can say, as it says it in `app/site.ts`. */
export function FromSite({ shows }: { shows: Shown }) {
  return (
    <Part id={shows} heading={headingFromSite[shows]}>
      {parts[shows]()}
    </Part>
  )
}

const parts: Record<Shown, () => JSX.Element> = {
  vetting: () => (
    <ol className="steps">
      {site.vetting.map(({ title, text }) => (
        <li key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  ),
  engagements: () => (
    <DefinitionList entries={site.engagements.map(({ title, text }) => ({ term: title, value: text }))} />
  ),
  rates: () =>
    site.rates ? (
      <Table
        caption={`What an hour costs, in ${site.rates.currency}, as of ${site.rates.asOf}`}
        head={['Level', 'From', 'To']}
        rows={site.rates.perHour.map(({ level, from, to }) => ({ key: level, cells: [level, from, to] }))}
      />
    ) : (
      <p>
        We print no bands, because the same title covers different work. Tell us about yours, and ask for a
        figure.
      </p>
    ),
}
