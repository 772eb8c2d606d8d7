import { largestOf, sayNumber, stacked, sumOf, toneOf, type Chart } from './chart.ts'

/** Stretched to the width of its place. */
const width = 1000
const height = 24

/** A bar for each row, the longest first or in their own order, stacked of their series; every mark is a link. */
export function BarChart({ chart }: { chart: Chart }) {
  const scale = width / largestOf(chart)
  return (
    <ul className="chart-bars">
      {chart.rows.map((row) => (
        <li key={row.key}>
          <span className="chart-label">{row.label}</span>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
            <rect className="chart-track" width={width} height={height} />
            {stacked(row.marks, scale).map(({ mark, from, length }) => (
              <a key={mark.series} href={mark.href} aria-label={mark.says}>
                <title>{mark.says}</title>
                <rect
                  className={toneOf(chart, mark.series)}
                  x={from}
                  width={Math.max(length, 4)}
                  height={height}
                />
              </a>
            ))}
          </svg>
          <b>{sayNumber(sumOf(row))}</b>
          {row.beside && <span className="beside">{row.beside.filter(Boolean).join(' · ')}</span>}
        </li>
      ))}
    </ul>
  )
}
