/** Addresses in which a token opens something: they send no referrer, and logs have their pattern instead. */
const tokenPath = /^\/(manage|booked|calendar|start\/done|start\/resume|staff\/(?:welcome|reset|join))\/[^/]+/

export function hasToken(path: string): boolean {
  return tokenPath.test(path)
}

/** `/manage/:token` for `/manage/X8uoqr…`: what a log may say of an address. */
export function withoutToken(path: string): string {
  return path.replace(tokenPath, '/$1/:token')
}
