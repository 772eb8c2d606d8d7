/**
 * Keeps what is costly to make, for a time and up to a number of bytes; what was not asked for longest goes first. Whoever
 * asks for what is being made waits for that one. What was begun before the shelf was cleared is never put on it.
 */
import type { EpochMs } from '#app/time/types.ts'

type Sized = { bytes: number }
type Kept<Value> = { value: Value; until: EpochMs }

export type Shelf<Value> = {
  find(key: string, now: EpochMs): Value | undefined
  /** What `make` answers with null is not kept, and neither is what it throws. */
  make(key: string, until: EpochMs, make: () => Promise<Value | null>): Promise<Value | null>
  clear(): void
  bytes(): number
}

export function makeShelf<Value extends Sized>({ mostBytes }: { mostBytes: number }): Shelf<Value> {
  // In the order of their last use.
  let kept = new Map<string, Kept<Value>>()
  let underWay = new Map<string, Promise<Value | null>>()
  let bytes = 0

  function find(key: string, now: EpochMs): Value | undefined {
    const found = kept.get(key)
    if (!found) return undefined
    remove(key)
    if (found.until <= now) return undefined
    add(key, found)
    return found.value
  }

  function make(key: string, until: EpochMs, produce: () => Promise<Value | null>): Promise<Value | null> {
    const round = underWay
    const other = round.get(key)
    if (other) return other

    const made = produce()
      .then((value) => {
        const isCleared = round !== underWay
        if (value && !isCleared) put(key, { value, until })
        return value
      })
      .finally(() => round.delete(key))
    round.set(key, made)
    return made
  }

  function put(key: string, made: Kept<Value>) {
    if (made.value.bytes > mostBytes) return
    remove(key)
    add(key, made)
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      remove(oldest)
    }
  }

  function add(key: string, one: Kept<Value>) {
    kept.set(key, one)
    bytes += one.value.bytes
  }

  function remove(key: string) {
    const found = kept.get(key)
    if (!found) return
    kept.delete(key)
    bytes -= found.value.bytes
  }

  function clear() {
    kept = new Map()
    underWay = new Map()
    bytes = 0
  }

  return { find, make, clear, bytes: () => bytes }
}
