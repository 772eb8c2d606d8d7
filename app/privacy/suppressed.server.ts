import { db, type Reader } from '#app/db.server.ts'
import { addressHashes } from './address-hash.server.ts'

/** Whether somebody had this address erased: an import must not bring them back. */
export async function wasErased(email: string, reader: Reader = db): Promise<boolean> {
  const found = await reader.suppression.findFirst({
    where: { reason: 'erased', addressHash: { in: addressHashes(email) } },
    select: { reason: true },
  })
  return found !== null
}
