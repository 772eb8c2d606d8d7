import { fileTypeFromBuffer } from 'file-type'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { checkDocx } from './check-docx.server.ts'
import { mediaTypes, readFileName } from './file-name.ts'
import { mostFileBytes, type FileProblem } from './file-problem.ts'

export type CheckedFile = { name: string; mediaType: string; content: Buffer<ArrayBuffer> }

/** A file that is what its name says and that staff can open without harm; otherwise the first thing that is wrong. */
export async function checkFile(given: {
  name: string
  content: Buffer<ArrayBuffer>
}): Promise<Outcome<CheckedFile, FileProblem>> {
  const { content } = given
  const named = readFileName(given.name)
  if (!named.ok) return named
  if (content.length === 0) return refused('empty')
  if (content.length > mostFileBytes) return refused('too-big')

  const { name, kind } = named.value
  const problem = await problemOf(kind, content)
  return problem ? refused(problem) : done({ name, mediaType: mediaTypes[kind], content })
}

async function problemOf(kind: keyof typeof mediaTypes, content: Buffer): Promise<FileProblem | null> {
  const found = (await fileTypeFromBuffer(content))?.ext
  switch (kind) {
    case 'pdf':
      return found === 'pdf' ? problemOfPdf(content) : 'wrong-type'
    case 'docx':
      // Word keeps a document with a password in the container of its older versions.
      if (found === 'cfb')
        return content.includes('EncryptedPackage', 0, 'utf16le') ? 'password' : 'wrong-type'
      return isZip(content) ? checkDocx(content) : 'wrong-type'
    case 'txt':
    case 'md':
      return found === undefined && isText(content) ? null : 'wrong-type'
    default:
      return kind satisfies never
  }
}

function problemOfPdf(content: Buffer): FileProblem | null {
  const text = content.toString('latin1')
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'password'
  return text.lastIndexOf('%%EOF') < text.length - 4096 ? 'damaged' : null
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))
}

/** Text has no signs that steer a machine, but for tabs, ends of lines and of pages, in whichever encoding. */
function isText(content: Buffer): boolean {
  return content.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13)
}
