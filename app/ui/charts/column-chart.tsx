import { largestOf, sayNumber, stacked, ticksUpTo, toneOf, type Chart } from './chart.ts'

/** In the units of the drawing, which is as wide as its place and scrolls where that is narrow. */
const width = 760
const height = 250
const left = 48
const right = 8
const top = 10
const bottom = 28
/** A label of a week needs as much. */
const labelWidth = 52

/** Columns that stand side by side in time, each stacked of its series; every mark is a link. */
export function ColumnChart({ name, chart }: { name: string; chart: Chart }) {
  const ticks = ticksUpTo(largestOf(chart))
  const scale = (height - top - bottom) / (ticks.at(-1) ?? 1)
  const step = (width - left - right) / chart.rows.length
  const column = Math.min(step * 0.72, 44)
  const ground = height - bottom
  const every = Math.ceil(labelWidth / step)
  const reachable = { tabIndex: 0 }
  return (
    <section className="chart-scroll" aria-label={name} {...reachable}>
      <svg className="chart-columns" viewBox={`0 0 ${width} ${height}`}>
        <g aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width - right} y1={ground - tick * scale} y2={ground - tick * scale} />
              <text x={left - 8} y={ground - tick * scale + 4} textAnchor="end">
                {sayNumber(tick)}
              </text>
            </g>
          ))}
          {chart.rows.map(({ key, label }, index) =>
            (chart.rows.length - 1 - index) % every === 0 ? (
              <text key={key} x={left + step * (index + 0.5)} y={height - 8} textAnchor="middle">
                {label}
              </text>
            ) : null,
          )}
        </g>
        {chart.rows.map(({ key, marks }, index) =>
          stacked(marks, scale).map(({ mark, from, length }) => (
            <a key={`${key} ${mark.series}`} href={mark.href} aria-label={mark.says}>
              <title>{mark.says}</title>
              <rect
                className={toneOf(chart, mark.series)}
                x={left + step * index + (step - column) / 2}
                y={ground - from - length}
                width={column}
                height={Math.max(length, 2)}
              />
            </a>
          )),
        )}
      </svg>
    </section>
  )
}
