import { Table } from '../table.tsx'
import { BarChart } from './bar-chart.tsx'
import { sayNumber, sumOf, type Chart } from './chart.ts'
import { ColumnChart } from './column-chart.tsx'

type ChartFigureProps = {
  id: string
  heading: string
  /** What the chart comes to, in a sentence. */
  summary: string
  /** What its rows are: "Stage". */
  rowName: string
  chart: Chart
  /** Its rows are weeks: columns side by side, over the width of two charts; else they are bars. */
  isByWeek?: boolean
}

/**
 * A chart with what it says in a sentence, what its colours mean, and the same numbers as a table; of nothing the sentence
 * alone.
 */
export function ChartFigure({ id, heading, summary, rowName, chart, isByWeek = false }: ChartFigureProps) {
  const isEmpty = chart.rows.every((row) => sumOf(row) === 0)
  return (
    <section className="chart" data-wide={isByWeek || undefined} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p className="beside">{summary}</p>
      {!isEmpty && (
        <>
          {chart.series.length > 1 && <Legend chart={chart} />}
          {isByWeek ? (
            <ColumnChart name={`${heading}, week by week`} chart={chart} />
          ) : (
            <BarChart chart={chart} />
          )}
          <NumbersTable heading={heading} rowName={rowName} chart={chart} />
        </>
      )}
    </section>
  )
}

function NumbersTable({ heading, rowName, chart }: Pick<ChartFigureProps, 'heading' | 'rowName' | 'chart'>) {
  return (
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
