/** An answer to an address with a slip in it reaches nobody: what somebody may have meant, for them to look at again. */
import { companyDomainOf } from '#app/leads/company-domain.ts'
import { isOneLetterOff } from '#app/ops/one-letter-off.ts'

/** Those that most private addresses are of, and that a slip is likelier than another firm's name. */
const usual = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'icloud.com'],
  ...['protonmail.com', 'yahoo.co.in', 'yahoo.co.uk', 'rediffmail.com'],
]

/** `ann@gmail.com` for `ann@gmial.com`; null for what looks right, `mail.com` included. It is a question and refuses nothing. */
export function meantAddress(email: string): string | null {
  const domain = companyDomainOf(email)
  const meant = domain && usual.find((each) => isOneLetterOff(each, domain))
  return meant ? `${email.slice(0, email.lastIndexOf('@'))}@${meant}` : null
}
