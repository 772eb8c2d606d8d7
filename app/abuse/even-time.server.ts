import { setTimeout as wait } from 'node:timers/promises'

/** Longer than keeping an accepted form takes, with its lead and its letters. */
const shortestAnswer = 300

/** Does something that is more work for some senders than for others, and lets none of them tell by the time it takes. */
export async function inEvenTime<Value>(act: () => Promise<Value>): Promise<Value> {
  const [value] = await Promise.all([act(), wait(shortestAnswer)])
  return value
}
