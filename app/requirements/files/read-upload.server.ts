import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy, { type Busboy } from 'busboy'
import { plainFields, readForm } from '#app/ops/forms.server.ts'
import { mostFileBytes, type FileProblem } from './file-problem.ts'

export type Upload = {
  form: FormData
  /** The file that was selected; null without one. */
  file: { name: string; content: Buffer<ArrayBuffer> } | null
  problem: FileProblem | null
}

const limits = {
  fields: 80,
  fieldNameSize: 100,
  fieldSize: 20_000,
  // One more than may be: it tells that there were several.
  files: 2,
  fileSize: mostFileBytes + 1,
  parts: 90,
  headerPairs: 20,
}

/**
 * Reads a form that may bring a file, piece by piece: what is beyond a limit is let go as it comes, so no more than one
 * file is ever held. A body that ends too early gives what came of it, with the problem.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) {
    return { form: await readForm(request), file: null, problem: null }
  }
  const parser = parserFor(type)
  if (!parser) throw new Response('The form arrived incomplete. Send it again.', { status: 400 })
  return receive(parser, Readable.fromWeb(request.body as ReadableStream))
}

/** Null when the header names no boundary. */
function parserFor(type: string): Busboy | null {
  try {
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function receive(parser: Busboy, body: Readable): Promise<Upload> {
  const form = new FormData()
  const files: { name: string; chunks: Buffer[]; size: number }[] = []
  let problem: FileProblem | null = null
  const fail = (reason: FileProblem) => (problem ??= reason)

  return new Promise((resolve) => {
    const end = () => {
      body.unpipe(parser)
      // What is still under way is read and let go: its length was limited before.
      body.resume()
      resolve(uploadOf(form, files, problem))
    }
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      // Longer than any field may be: the form's own message about its length follows.
      if (!nameTruncated) form.append(name, valueTruncated ? value.padEnd(limits.fieldSize + 1, 'x') : value)
    })
    parser.on('file', (_field, stream, { filename }) => {
      const file = { name: filename ?? '', chunks: [] as Buffer[], size: 0 }
      files.push(file)
      stream.on('data', (chunk: Buffer) => {
        file.size += chunk.length
        if (files.length === 1) file.chunks.push(chunk)
      })
      stream.on('limit', () => {
        file.chunks = []
        fail('too-big')
      })
      stream.on('error', () => fail('not-uploaded'))
    })
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) {
      parser.on(limit, () => fail(limit === 'filesLimit' ? 'several' : 'not-uploaded'))
    }
    parser.on('error', () => {
      fail('not-uploaded')
      end()
    })
    parser.on('close', end)
    body.on('error', () => {
      fail('not-uploaded')
      end()
    })
    body.pipe(parser)
  })
}

function uploadOf(
  form: FormData,
  files: readonly { name: string; chunks: Buffer[]; size: number }[],
  problem: FileProblem | null,
): Upload {
  // A file field that was left alone is sent as a file without name and content.
  const selected = files.filter(({ name, size }) => name !== '' || size > 0)
  const [file] = selected
  if (selected.length > 1) return { form: plainFields(form), file: null, problem: problem ?? 'several' }
  if (!file || problem) return { form: plainFields(form), file: null, problem }
  return {
    form: plainFields(form),
    file: { name: file.name, content: Buffer.concat(file.chunks) },
    problem: null,
  }
}
