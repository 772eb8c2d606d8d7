import { crc32, deflateRawSync } from 'node:zlib'

type Part = {
  name: string
  content: Buffer
  /** What the list says instead of the truth. */
  claimedSize?: number
  isEncrypted?: boolean
}

/** A ZIP as Word writes it, small enough to be written by hand; its list may lie. */
export function zipOf(parts: readonly Part[]): Buffer<ArrayBuffer> {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const head = headerOf(part, packed.length)
    const name = Buffer.from(part.name)
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, place, name]))
    local.push(entry)
    offset += entry.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, list, end])
}

function headerOf(part: Part, packedSize: number): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(part.isEncrypted ? 1 : 0, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(part.content), 10)
  head.writeUInt32LE(packedSize, 14)
  head.writeUInt32LE(part.claimedSize ?? part.content.length, 18)
  head.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return head
}

const types = Buffer.from(
  '<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/></Types>',
)
const body = Buffer.from('<?xml version="1.0"?><w:document><w:body>Two people</w:body></w:document>')

/** The least that is a document, with other parts beside it. */
export function docxWith(more: readonly Part[] = []): Buffer<ArrayBuffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: body },
    ...more,
  ])
}
