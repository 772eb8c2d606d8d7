/** Sends many requests over connections that stay open, as a busy day does, and measures how long each takes. */
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

export type Answer = { status: number; body: string }
type Sent = { url: string; body?: string }

/** `connections` at a time, each asking for its next one as soon as it is answered. */
export async function sendMany<Result>(
  about: { count: number; connections: number },
  act: (index: number, send: (sent: Sent) => Promise<Answer>) => Promise<Result>,
): Promise<Result[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: about.connections })
  const results: Result[] = []
  let next = 0
  const work = async () => {
    while (next < about.count) {
      const index = next++
      results[index] = await act(index, (sent) => sendOne(agent, sent))
    }
  }
  await Promise.all(Array.from({ length: about.connections }, work))
  agent.destroy()
  return results
}

/** Milliseconds below which that share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}

/** A connection that the server closes just when it is used again is no answer: then another one asks once more. */
function sendOne(agent: Agent, sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { url, body } = sent
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const asked = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, body: said }), reject)
    })
    asked.on('error', (error) =>
      asked.reusedSocket ? sendOne(agent, sent).then(resolve, reject) : reject(error),
    )
    asked.end(body)
  })
}
