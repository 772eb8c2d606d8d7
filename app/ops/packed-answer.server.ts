/**
 * An answer that is the same for many: its bytes plain, as gzip and as brotli, with a strong ETag each and its headers
 * written out, so that nothing is left to do but to send them.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { encodingFor, isAmong, type Encoding } from './asked-for.ts'

type Packed = { body: Buffer; etag: string; headers: string[]; short: string[] }

/** An encoding that would make it no smaller is left out. */
export type PackedAnswer = { identity: Packed; gzip?: Packed; br?: Packed; bytes: number }
export type Bodies = { identity: Buffer; gzip?: Buffer; br?: Buffer }

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Compresses while others are answered. Quality 5 is a tenth larger than the best and a hundred times quicker. */
export async function compressed(body: Buffer): Promise<Bodies> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [br, gz] = await Promise.all([brotli(body, { params }), gzipped(body)])
  return { identity: body, gzip: gz, br }
}

/** `headers` are those of every answer and of this kind of content, without what depends on the encoding. */
export function pack(bodies: Bodies, headers: Record<string, string>): PackedAnswer {
  const hash = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22)
  const packed = (encoding: Encoding, body: Buffer): Packed => {
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const short = listed({ ...headers, etag })
    const ofBody: Record<string, string> = { 'content-length': String(body.length) }
    if (encoding !== 'identity') ofBody['content-encoding'] = encoding
    return { body, etag, short, headers: [...short, ...listed(ofBody)] }
  }
  const { identity, gzip: gz, br } = bodies
  return {
    identity: packed('identity', identity),
    ...(gz && { gzip: packed('gzip', gz) }),
    ...(br && { br: packed('br', br) }),
    bytes: identity.length + (gz?.length ?? 0) + (br?.length ?? 0),
  }
}

/** Sends it, or only says that what the asker has is still right. */
export function send(packed: PackedAnswer, request: IncomingMessage, response: ServerResponse): void {
  const { body, etag, headers, short } =
    packed[encodingFor(request.headers['accept-encoding'])] ?? packed.identity
  const known = request.headers['if-none-match']
  if (known !== undefined && isAmong(known, etag)) {
    response.writeHead(304, short).end()
    return
  }
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** As `writeHead` is quickest to read them: name, value, name, value. */
function listed(headers: Record<string, string>): string[] {
  return Object.entries(headers).flat()
}
