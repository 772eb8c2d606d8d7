/** The files of the build, read once and answered from memory in front of the app: there are some hundred kilobytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { extname, join } from 'node:path'
import { pack, send, type Bodies, type PackedAnswer } from './packed-answer.server.ts'
import { answerHeaders } from './security-headers.server.ts'

const types: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Answers a file's own address, with or without a query; everything else is the app's. */
export function keepFiles(folder: string): { inFrontOf(app: RequestListener): RequestListener } {
  const files = readFiles(folder)
  return {
    inFrontOf: (app) => (request, response) => {
      const [path = ''] = (request.url ?? '').split('?', 1)
      const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(path) : undefined
      if (file) send(file, request, response)
      else app(request, response)
    },
  }
}

function readFiles(folder: string): Map<string, PackedAnswer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  )
  const served = names.filter((name) => types[extname(name)] && !/(^|\/)\./.test(name))
  return new Map(served.map((name) => [`/${name}`, readFile(folder, name)]))
}

/** What lies in `assets` has its content's hash in its name, so an address never changes what it means. */
function readFile(folder: string, name: string): PackedAnswer {
  const isHashed = name.startsWith('assets/')
  return pack(readBodies(join(folder, name)), {
    ...answerHeaders,
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    vary: 'Accept-Encoding',
  })
}

/** Fonts and pictures are compressed as they are. */
function readBodies(file: string): Bodies {
  const identity = readFileSync(file)
  if (!existsSync(`${file}.br`)) return { identity }
  return { identity, br: readFileSync(`${file}.br`), gzip: readFileSync(`${file}.gz`) }
}
