/**
 * What a log may say of an error. Database drivers put the refused row into their messages, names and addresses
 * included, so only what we or the language wrote is kept: the kind, its code, the frames, and the message of errors
 * that no driver made.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  return {
    type: error.name,
    ...(code !== undefined && { code: String(code) }),
    ...constraintIn(error),
    ...(!fromDatabase(error) && { message: error.message.slice(0, 500) }),
    stack: framesOf(error),
  }
}

function fromDatabase(error: Error): boolean {
  return (
    /prisma|driveradapter/i.test(error.name) ||
    ['meta', 'clientVersion', 'severity'].some((mark) => mark in error)
  )
}

/** Which promise of the database was about to be broken: its name is ours and says more than the message. */
function constraintIn(error: Error): { constraint?: string } {
  const told = JSON.stringify([error.message, Reflect.get(error, 'meta')])
  const [, constraint] = /constraint [\\"]*"([a-z_0-9]+)/i.exec(told) ?? []
  return constraint ? { constraint } : {}
}

/** The frames without the first lines, which repeat the message. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim())
}
