/**
 * Whose turn it is: the earliest rank first; within it the host furthest behind the share that the weights give, then
 * whoever waited longest.
 */

export type Standing = {
  id: string
  /** From 1 on; a later one is asked only when nobody of an earlier one is free. */
  rank: number
  weight: number
  /** Bookings received this month. */
  received: number
  /** When the last one came, in milliseconds; 0 for never. */
  lastAt: number
}

/**
 * Orders the free hosts among all hosts of the type: by rank, then the largest shortfall against weight among those of the
 * rank, then the one booked longest ago, then by id. With weights 2 and 1 and nine bookings, the first should have six.
 */
export function inTurn<Host extends Standing>(free: readonly Host[], all: readonly Standing[]): Host[] {
  const behind = new Map(all.map((host) => [host.id, shortfall(host, all)]))
  const behindBy = ({ id }: Host) => behind.get(id) ?? 0
  return [...free].sort(
    (a, b) => a.rank - b.rank || behindBy(b) - behindBy(a) || a.lastAt - b.lastAt || (a.id < b.id ? -1 : 1),
  )
}

/** Times the sum of weights, so that shares stay whole numbers and equal ones compare as equal. */
function shortfall(host: Standing, all: readonly Standing[]): number {
  const peers = all.filter(({ rank }) => rank === host.rank)
  const weights = sumOf(peers, ({ weight }) => weight)
  return sumOf(peers, ({ received }) => received) * host.weight - host.received * weights
}

function sumOf(hosts: readonly Standing[], amount: (host: Standing) => number): number {
  return hosts.reduce((sum, host) => sum + amount(host), 0)
}
