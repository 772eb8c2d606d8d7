/** Counting further costs more than anyone learns from it. */
export const countedUpTo = 1000

/** `83`, `83+` when there may be more than were counted, `1,000+` where counting ended. */
export function sayCounted(count: number, isMore = false): string {
  const number = Math.min(count, countedUpTo).toLocaleString('en-GB')
  return isMore || count > countedUpTo ? `${number}+` : number
}
