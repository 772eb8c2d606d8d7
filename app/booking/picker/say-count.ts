/** `'6 times'`, `'1 time'`, `'no times'`. */
export function sayTimes(count: number): string {
  if (count === 0) return 'no times'
  return count === 1 ? '1 time' : `${count} times`
}
