/** How often each value was measured. */
export type Histogram = ReadonlyMap<number, number>

/** The value in the middle, the lower one of two; null when nothing was measured. */
export function medianOf(measured: Histogram): number | null {
  const total = [...measured.values()].reduce((sum, count) => sum + count, 0)
  let passed = 0
  for (const [value, count] of [...measured].sort(([a], [b]) => a - b)) {
    passed += count
    if (passed * 2 >= total) return value
  }
  return null
}
