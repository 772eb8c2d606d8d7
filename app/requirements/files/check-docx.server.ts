import { finished } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { FileProblem } from './file-problem.ts'

const mostEntries = 2000
const mostUnpackedBytes = 50 * 1024 * 1024
/** Text packs to a tenth; what packs to less than a two-hundredth is made to burst. */
const mostRatio = 200
const mostReadBytes = 2 * 1024 * 1024

/**
 * A DOCX is a ZIP of known parts. Its list of parts says whether it has macros, a password or more inside than it may;
 * then each part is unpacked and thrown away, because the list may lie about sizes.
 */
export async function checkDocx(content: Buffer): Promise<FileProblem | null> {
  try {
    const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, autoClose: false })
    const entries = await listEntries(zip)
    return entries ? await problemAmong(zip, entries) : 'damaged'
  } catch (error) {
    // Whatever the library says of it: the file is not what it says it is.
    if (error instanceof Error) return 'damaged'
    throw error
  }
}

/** Null when there are more than a document has. */
async function listEntries(zip: ZipFile): Promise<Entry[] | null> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > mostEntries) return null
  }
  return entries
}

async function problemAmong(zip: ZipFile, entries: readonly Entry[]): Promise<FileProblem | null> {
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (entries.some((entry) => entry.isEncrypted())) return 'password'
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) return 'wrong-type'
  if ([...names].some((name) => /vba(Project|Data)|activeX|oleObject|macrosheets/i.test(name)))
    return 'macros'
  if (isBomb(entries)) return 'damaged'

  for (const entry of entries) {
    const isRead = /^(\[Content_Types\]\.xml|word\/_rels\/settings\.xml\.rels)$/.test(entry.fileName)
    if (isRead && (await leadsOutside(zip, entry))) return 'macros'
    if (!isRead) await unpack(zip, entry)
  }
  return null
}

function isBomb(entries: readonly Entry[]): boolean {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  return unpacked > mostUnpackedBytes || unpacked > mostRatio * Math.max(packed, 1024)
}

/** Whether a part names macros, or a template elsewhere, from which macros would come. */
async function leadsOutside(zip: ZipFile, entry: Entry): Promise<boolean> {
  if (entry.uncompressedSize > mostReadBytes) return true
  const xml = await text(await zip.openReadStreamPromise(entry))
  return /macroEnabled|vbaProject/i.test(xml) || /attachedTemplate[^>]*TargetMode="External"/i.test(xml)
}

/** Fails when the part is larger than the list says. */
async function unpack(zip: ZipFile, entry: Entry): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry)
  stream.resume()
  await finished(stream)
}
