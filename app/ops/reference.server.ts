import { randomInt } from 'node:crypto'

/** Without 0 and O, 1, I and L, which people mix up when they read it out. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** What people quote on the telephone: `B-7K3QXMP` for a booking, `R-…` for a request. */
export function newReference(kind: 'B' | 'R'): string {
  return `${kind}-${Array.from({ length: 7 }, () => signs[randomInt(signs.length)]).join('')}`
}
