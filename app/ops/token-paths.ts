/** Addresses in which a token opens something: they send no referrer, and logs have their pattern instead. */
const doors = [
  'manage',
  'booked',
  'calendar',
  'start/done',
  'start/resume',
  'book/unconfirmed',
  'book/confirm',
  'brief',
  'status',
  'privacy/open',
  'unsubscribe',
  'staff/welcome',
  'staff/reset',
  'staff/join',
]
const tokenPath = new RegExp(`^/(${doors.join('|')})/[^/]+`)

export function hasToken(path: string): boolean {
  return tokenPath.test(path)
}

/** `/manage/:token` for `/manage/X8uoqr…`: what a log may say of an address. */
export function withoutToken(path: string): string {
  return path.replace(tokenPath, '/$1/:token')
}
