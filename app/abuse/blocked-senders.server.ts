import { db } from '#app/db.server.ts'

type Sender = { email: string; ipHash: string | null }

/** Whether staff blocked the address, its domain, or where it was sent from, and the block has not run out. */
export async function isBlocked({ email, ipHash }: Sender, now: Date): Promise<boolean> {
  const domains = domainsOf(email)
  const block = await db.senderBlock.findFirst({
    where: {
      until: { gt: now },
      OR: [
        { kind: 'email', value: email },
        { kind: 'domain', value: { in: domains } },
        ...(ipHash ? [{ kind: 'ip' as const, value: ipHash }] : []),
      ],
    },
    select: { id: true },
  })
  return block !== null
}

/** `mail.acme.example` is also `acme.example`. */
function domainsOf(email: string): string[] {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.')
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'))
}
