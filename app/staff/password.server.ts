/**
 * Passwords are kept as argon2id over 64 MiB, which takes a guesser about as long as us: 50 to 150 ms each. At most
 * four are computed at once, so that sign-in attempts cannot use up the memory of the server.
 */
import { hash, verify } from '@node-rs/argon2'

// The numbers of argon2id: `Algorithm` is a const enum, which does not outlive the compiler.
const argon2id = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 5, parallelism: 1 } as const
const mostAtOnce = 4

/** The hash in PHC form. The same password typed on another keyboard (another Unicode form) gives the same hash. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), argon2id))
}

export function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  return inTurn(() => verify(given.hash, given.password.normalize('NFKC')))
}

let running = 0
const waiting: Array<() => void> = []

async function inTurn<Value>(compute: () => Promise<Value>): Promise<Value> {
  // A turn is handed over by whoever ends, so `running` does not change in between.
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await compute()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
