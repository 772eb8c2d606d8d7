/**
 * Between Express and Remix: the request as a web request, and the answer sent no faster than it is taken. The adapter of
 * Remix writes a body as fast as it can be read, so a long file would wait in memory for a slow line, and would be read to
 * its end when nobody is there any more. https://github.com/remix-run/react-router/issues/15049
 */
import { createReadableStreamFromReadable } from '@remix-run/node'
import type * as express from 'express'

/** Its signal ends when the browser leaves before it has its answer. */
export function webRequest(asked: express.Request, response: express.Response): Request {
  const left = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) left.abort()
  })
  const url = `${asked.protocol}://${asked.get('host')}${asked.originalUrl}`
  const about = { method: asked.method, headers: headersOf(asked), signal: left.signal }
  if (asked.method === 'GET' || asked.method === 'HEAD') return new Request(url, about)
  return new Request(url, { ...about, body: createReadableStreamFromReadable(asked), duplex: 'half' })
}

function headersOf({ headers }: express.Request): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  )
  return new Headers(pairs)
}

export async function sendAnswer(answer: Response, response: express.Response): Promise<void> {
  response.status(answer.status)
  response.statusMessage = answer.statusText
  for (const [name, value] of answer.headers) response.append(name, value)
  if (answer.body) await sendBody(answer.body, response)
  response.end()
}

async function sendBody(body: ReadableStream<Uint8Array>, response: express.Response): Promise<void> {
  const reader = body.getReader()
  let goOn = () => {}
  const stop = () => {
    // What is read next says that there is no more. What failed already fails here as well, and was told of where it was read.
    reader.cancel().catch(() => {})
    goOn()
  }
  response.on('drain', () => goOn())
  response.on('close', stop)
  if (response.closed) stop()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const hasRoom = response.write(piece.value)
    if (!hasRoom && !response.closed) await new Promise<void>((resolve) => (goOn = resolve))
  }
}
