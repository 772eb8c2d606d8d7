import type { ReactNode } from 'react'
import { Table } from '../table.tsx'
import { sayNumber, sumOf, type Chart } from './chart.ts'

type ChartFigureProps = {
  id: string
  heading: string
  /** What the chart comes to, in a sentence. */
  summary: string
  /** What its rows are: "Week". */
  rowName: string
  chart: Chart
  /** Takes the width of two. */
  isWide?: boolean
  children: ReactNode
}

/**
 * A chart with what it says in a sentence, what its colours mean, and the same numbers as a table; of nothing the sentence
 * alone.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { id, heading, summary, rowName, chart, isWide = false, children } = props
  if (chart.rows.every((row) => sumOf(row) === 0)) {
    return (
      <section className="chart" data-wide={isWide || undefined} aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        <p className="beside">{summary}</p>
      </section>
    )
  }
  return (
    <section className="chart" data-wide={isWide || undefined} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p className="beside">{summary}</p>
      {chart.series.length > 1 && <Legend chart={chart} />}
      {children}
      <details className="chart-table">
        <summary>
          As a table<span className="said">: {heading}</span>
        </summary>
        <Table
          caption={`${heading} in numbers`}
          head={[rowName, ...chart.series.map(({ name }) => name), ...(chart.besideHead ?? [])]}
          rows={chart.rows.map(({ key, label, marks, beside = [] }) => ({
            key,
            cells: [
              label,
              ...marks.map(({ count, href, says }) =>
                count > 0 ? (
                  <a key={href} href={href} aria-label={says}>
                    {sayNumber(count)}
                  </a>
                ) : (
                  '0'
                ),
              ),
              ...beside,
            ],
          }))}
        />
      </details>
    </section>
  )
}

function Legend({ chart: { series } }: { chart: Chart }) {
  return (
    <ul className="chart-legend" aria-hidden="true">
      {series.map(({ key, name }, index) => (
        <li key={key} className={`tone-${index + 1}`}>
          <svg viewBox="0 0 12 12" width="12" height="12">
            <rect width="12" height="12" rx="2" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
