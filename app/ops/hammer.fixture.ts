/**
 * Asks for one address as often as it is answered, over connections that stay open. It speaks HTTP as bytes and only counts
 * what comes back, because a client that reads answers is slower than a server that sends them.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const connections = 32

/** Answers in a second. */
export async function answersPerSecond(url: string, seconds: number): Promise<number> {
  const { hostname, port, pathname } = new URL(url)
  const question = Buffer.from(
    `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: br\r\nAccept-Language: en-GB\r\n\r\n`,
  )
  let answers = 0
  const sockets = Array.from({ length: connections }, () => connect(Number(port), '127.0.0.1'))
  for (const socket of sockets) askForEver(socket, question, () => (answers += 1))

  await wait(300)
  const [before, started] = [answers, performance.now()]
  await wait(seconds * 1000)
  const perSecond = ((answers - before) * 1000) / (performance.now() - started)
  for (const socket of sockets) socket.destroy()
  return perSecond
}

/** Every answer is as long as the first: headers such as `Date` change, but not in length. */
function askForEver(socket: Socket, question: Buffer, answered: () => void): void {
  let length = 0
  let received = 0
  socket.setNoDelay(true)
  socket.on('connect', () => socket.write(question))
  socket.on('data', (chunk) => {
    if (length === 0) length = lengthOf(chunk)
    received += chunk.length
    if (received < length) return
    received -= length
    answered()
    socket.write(question)
  })
}

function lengthOf(first: Buffer): number {
  const end = first.indexOf('\r\n\r\n')
  const head = first.subarray(0, end).toString('latin1')
  const body = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200 ') || end < 0 || !body)
    throw new Error(`Not an answer of known length: ${head}`)
  return end + 4 + Number(body)
}
