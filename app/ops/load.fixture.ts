/** Sends many requests over connections that stay open, as a busy day does, and measures how long each takes. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export type Answer = { status: number; body: string; headers: IncomingHttpHeaders }
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

function sendOne(agent: Agent, { url, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const asked = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: answer.headers,
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
