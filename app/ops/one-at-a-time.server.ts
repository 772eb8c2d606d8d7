import { singleton } from './singleton.server.ts'

const last = singleton('turns', () => new Map<string, Promise<unknown>>())

/**
 * Runs the acts of one key one after the other within this process, in the order in which they came; `waited` tells an
 * act that another one has run since it was asked for. Keeps a rush for one thing from taking every connection of the
 * pool only to wait there. What keeps processes apart is the database.
 */
export async function oneAtATime<Value>(
  key: string,
  act: (turn: { waited: boolean }) => Promise<Value>,
): Promise<Value> {
  const before = last.get(key)
  const run = () => act({ waited: before !== undefined })
  const mine = before ? before.then(run, run) : run()
  last.set(key, mine)
  try {
    return await mine
  } finally {
    if (last.get(key) === mine) last.delete(key)
  }
}
