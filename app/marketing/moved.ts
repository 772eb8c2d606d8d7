/** Addresses that were given out once, and where what stood there stands now. */
export const moved: Record<string, string> = {
  '/backend-developers-backend-engineers': '/compare/backend-developer-vs-backend-engineer',
  '/rss.xml': '/feed.xml',
}
