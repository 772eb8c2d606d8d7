/** One number of a chart: how long its bar is, where it leads, and what it says to whoever does not see the bar. */
export type Mark = { series: string; count: number; href: string; says: string }

/**
 * A chart as plain values: rows (weeks, stages, people) that each have a mark for every series. `beside` is said next to
 * a row and stands in columns of its own in the table.
 */
export type Chart = {
  series: readonly { key: string; name: string }[]
  rows: readonly { key: string; label: string; marks: readonly Mark[]; beside?: readonly string[] }[]
  besideHead?: readonly string[]
}

export function sumOf({ marks }: Pick<Chart['rows'][number], 'marks'>): number {
  return marks.reduce((sum, { count }) => sum + count, 0)
}

/** The largest row; at least 1, so that an empty chart has a scale too. */
export function largestOf({ rows }: Chart): number {
  return Math.max(1, ...rows.map(sumOf))
}

/** Round numbers from 0 to at least the largest value, at most five of them above 0. */
export function ticksUpTo(largest: number): number[] {
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step)
}

/** Where each mark of a row begins and how long it is, one after the other, in the units of `scale`. */
export function stacked<M extends Mark>(
  marks: readonly M[],
  scale: number,
): { mark: M; from: number; length: number }[] {
  let end = 0
  return marks
    .filter(({ count }) => count > 0)
    .map((mark) => {
      const from = end
      end += mark.count * scale
      return { mark, from, length: end - from }
    })
}

/** The colour of a series: one of five that the style sheet has. */
export function toneOf({ series }: Chart, key: string): string {
  return `tone-${series.findIndex((each) => each.key === key) + 1}`
}

export function sayNumber(number: number): string {
  return number.toLocaleString('en-GB')
}
