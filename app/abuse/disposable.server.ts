import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'

const listed = disposableEmailBlocklistSet()

/** Whether an address is at a provider of addresses to throw away; a subdomain of one counts as well. */
export function isDisposable(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  return labels.some((_, from) => from < labels.length - 1 && listed.has(labels.slice(from).join('.')))
}
