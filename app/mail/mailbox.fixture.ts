import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { from: string; to: string[]; raw: string; parsed: ParsedMail }

/** How a mail server behaves; as told nothing, it takes everything. `asked` counts from 0, over all mails. */
export type Manners = {
  /** The only one that is let in. */
  password?: string
  atRecipient?: (asked: number) => Refusal | undefined
  atEnd?: (asked: number) => Refusal | undefined
  /** Hangs up when it has taken the mail and before it says so. */
  hangsUp?: (asked: number) => boolean
  takesMilliseconds?: number
}

type Refusal = { code: number; words: string }

/** A real mail server on loopback, and all that it has taken. */
export async function openMailbox(manners: Manners = {}) {
  const mails: ReceivedMail[] = []
  const asked = { logins: 0, recipients: 0, ends: 0 }
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 100,
    authOptional: manners.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth(login, _session, answer) {
      asked.logins += 1
      if (login.password === manners.password) answer(null, { user: login.username })
      else answer(refusal({ code: 535, words: 'Authentication failed' }))
    },
    onRcptTo(_address, _session, answer) {
      const time = asked.recipients++
      answer(refusal(manners.atRecipient?.(time)))
    },
    onData(stream, session, answer) {
      void read(stream, session).then((mail) => {
        const time = asked.ends++
        const refused = manners.atEnd?.(time)
        if (!refused) mails.push(mail)
        if (manners.hangsUp?.(time)) for (const socket of sockets) socket.destroy()
        else answer(refusal(refused))
      })
    },
  })
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('error', () => {})

  async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    if (manners.takesMilliseconds) await delay(manners.takesMilliseconds)

    const raw = Buffer.concat(chunks).toString()
    const { mailFrom, rcptTo } = session.envelope
    return {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map((recipient) => recipient.address),
      raw,
      parsed: await simpleParser(raw),
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    asked,
    url: `smtp://127.0.0.1:${port}`,
    urlFor: (user: string, password: string) => `smtp://${user}:${password}@127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function refusal(refused: Refusal | undefined): Error | null {
  return refused ? Object.assign(new Error(refused.words), { responseCode: refused.code }) : null
}
