/** Whose turn it is: the host furthest behind the share that the weights give, then whoever waited longest. */

export type Standing = {
  id: string
  /** 0 takes a booking only when nobody else can. */
  weight: number
  /** Bookings received this month. */
  received: number
  /** When the last one came, in milliseconds; 0 for never. */
  lastAt: number
}

/**
 * Orders the free hosts among all hosts of the type: the largest shortfall against weight first, then the one booked
 * longest ago, then by id. With weights 2 and 1 and nine bookings, the first should have six.
 */
export function inTurn<Host extends Standing>(free: readonly Host[], all: readonly Standing[]): Host[] {
  const weights = sumOf(all, ({ weight }) => weight)
  const received = sumOf(all, (host) => host.received)
  // Times the sum of weights, so that shares stay whole numbers and equal ones compare as equal.
  const shortfall = (host: Standing) => received * host.weight - host.received * weights
  return [...free].sort(
    (a, b) =>
      Number(a.weight === 0) - Number(b.weight === 0) ||
      shortfall(b) - shortfall(a) ||
      a.lastAt - b.lastAt ||
      (a.id < b.id ? -1 : 1),
  )
}

function sumOf(hosts: readonly Standing[], amount: (host: Standing) => number): number {
  return hosts.reduce((sum, host) => sum + amount(host), 0)
}
