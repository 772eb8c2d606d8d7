import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import { afterEach, expect, test } from 'vitest'
import { sendAnswer } from './web-exchange.server.ts'

const piece = 'a line that a spreadsheet reads\r\n'.repeat(30_000)

test('a long file reaches whoever reads it whole and in order, packed or not', async () => {
  const pieces = Array.from({ length: 20 }, (_, i) => `${i} ${piece}`)

  const plain = await answerOf({ body: streamOf(pieces) })
  const packed = await answerOf({ body: streamOf(pieces), before: [compression()] })

  expect(await text(plain)).toBe(pieces.join(''))
  expect(await text(packed.pipe(createGunzip()))).toBe(pieces.join(''))
})

test('a long file is read no faster than it is taken, and no further once the browser has left', async () => {
  let taken = 0
  const { promise: isGivenUp, resolve: giveUp } = makePromise()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 1
      if (taken <= 500) controller.enqueue(Buffer.from(piece))
      else controller.close()
    },
    cancel: giveUp,
  })

  const answer = await answerOf({ body })
  answer.destroy()
  await isGivenUp

  expect(taken).toBeLessThan(50)
})

test('a file that cannot be read to its end is cut off, and the process goes on', async () => {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      if (pulled === 1) controller.enqueue(Buffer.from('the beginning'))
      else controller.error(new Error('the database is gone'))
    },
  })

  const answer = await answerOf({ body })

  await expect(text(answer)).rejects.toThrow('aborted')
  expect(await text(await answerOf({ body: streamOf(['another']) }))).toBe('another')
})

test('for a browser that left before the answer was there nothing is read', async () => {
  const { promise: isGivenUp, resolve: giveUp } = makePromise()
  let taken = 0
  const body = new ReadableStream<Uint8Array>(
    { pull: () => void (taken += 1), cancel: giveUp },
    { highWaterMark: 0 },
  )

  await askAndLeave({ body })
  await isGivenUp

  expect(taken).toBe(0)
})

let servers: Server[] = []
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections()
  servers = []
})

async function answerOf({ body, before = [] }: { body: ReadableStream; before?: RequestHandler[] }) {
  const { port } = await listen(...before, (_request, response, next) => {
    const answer = new Response(body, { headers: { 'content-type': 'text/csv' } })
    sendAnswer(answer, response).catch(next)
  })
  const asked = get({ port, host: '127.0.0.1', headers: { 'accept-encoding': 'gzip' } })
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  if (!answer) throw new Error('There is no answer')
  return answer
}

/** The answer is there when nobody waits for it any more. */
async function askAndLeave({ body }: { body: ReadableStream }): Promise<void> {
  const { server, port } = await listen((_request, response, next) => {
    response.once('close', () => void sendAnswer(new Response(body), response).catch(next))
  })
  const asked = get({ port, host: '127.0.0.1' }).on('error', () => {})
  await once(server, 'request')
  asked.destroy()
}

async function listen(...handlers: RequestHandler[]) {
  const server = createServer(express().use(...handlers)).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return { server, port: address.port }
}

function streamOf(pieces: readonly string[]): ReadableStream<Uint8Array> {
  const rest = pieces.values()
  return new ReadableStream({
    pull(controller) {
      const { value, done } = rest.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value))
    },
  })
}

function makePromise() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
