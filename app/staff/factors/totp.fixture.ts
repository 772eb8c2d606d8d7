import { createHmac } from 'node:crypto'

const stepMs = 30_000

/** What an authenticator app shows at that moment for the address in its QR code (RFC 6238, written apart from ours). */
export function codeOf(uri: string, now: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / stepMs)))
  const mac = createHmac('sha1', secretIn(uri)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function secretIn(uri: string): Buffer {
  const key = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...key].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
