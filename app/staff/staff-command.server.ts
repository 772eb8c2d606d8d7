import { resetPassword } from './reset-password.server.ts'

const usage = 'Say what to do: npm run staff -- reset EMAIL'

/** `npm run staff -- reset EMAIL`: the words to print, or an Error whose message says what to type instead. */
export async function staffCommand(argv: readonly string[]): Promise<string> {
  const [verb, email, ...more] = argv
  if (verb !== 'reset' || !email || more.length > 0) throw new Error(usage)

  const password = await resetPassword(email)
  if (password === null) throw new Error(`No member of staff has the address ${email}.`)
  return `The new password of ${email} is\n\n  ${password}\n\nIt is shown this once. Every session of the account has ended.`
}
