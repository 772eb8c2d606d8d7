import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer }
type Answering = Answer | ((request: IncomingMessage, response: ServerResponse) => Answer | void)

/** A real web server on this machine that answers each path as it is told, and remembers what it was asked. */
export async function openFeedServer() {
  const answers = new Map<string, Answering>()
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const answering = answers.get(path) ?? { status: 404 }
    const answer = typeof answering === 'function' ? answering(request, response) : answering
    if (answer) response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    asked,
    /** Without `answer` the path is gone. */
    set(path: string, answer: Answering = { status: 404 }) {
      answers.set(path, answer)
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => {})
    },
  }
}
