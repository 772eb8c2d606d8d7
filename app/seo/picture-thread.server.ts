/** The thread that draws pictures: begun when one is asked for, and let go when none was for a while. */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { minutesToMilliseconds } from 'date-fns'
import { z } from 'zod'

export type Picture = { width: number; height: number; paper: string; words: unknown; drawing: string }

type Waiting = { resolve: (png: Buffer) => void; reject: (error: Error) => void }

const answerSchema = z.object({
  id: z.number(),
  png: z.instanceof(Uint8Array).optional(),
  fault: z.string().optional(),
})

const program = createRequire(import.meta.url).resolve('#bin/draw-picture.js')
const idle = minutesToMilliseconds(1)

let thread: Worker | null = null
let lastId = 0
let rest: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

/** One after the other, in the order of asking. */
export function drawPicture(picture: Picture): Promise<Buffer> {
  const worker = (thread ??= begin())
  clearTimeout(rest)
  return new Promise((resolve, reject) => {
    const id = ++lastId
    waiting.set(id, { resolve, reject })
    worker.postMessage({ ...picture, id })
  })
}

function begin(): Worker {
  const worker = new Worker(program)
  worker.on('message', (message: unknown) => take(answerSchema.parse(message)))
  worker.on('error', (error) => giveUp(worker, error))
  worker.on('exit', () => giveUp(worker, new Error('The thread that draws pictures has ended')))
  // A process that stops does not wait for a picture.
  worker.unref()
  return worker
}

function take({ id, png, fault }: z.infer<typeof answerSchema>) {
  const asked = waiting.get(id)
  waiting.delete(id)
  if (png) asked?.resolve(Buffer.from(png))
  else asked?.reject(new Error(`A picture could not be drawn: ${fault}`))
  if (waiting.size > 0) return
  rest = setTimeout(letGo, idle)
  rest.unref()
}

function letGo() {
  const worker = thread
  thread = null
  void worker?.terminate()
}

/** Whoever waits is told, and the next picture begins another thread. */
function giveUp(worker: Worker, error: Error) {
  if (worker !== thread) return
  thread = null
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
