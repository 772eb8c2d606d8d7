/** What the HTTP server hands to every loader and action, besides the request. */
export type LoadContext = {
  /** The Content-Security-Policy's nonce: the scripts of this one answer carry it. */
  nonce: string
  /** Names the request in the log; an error page quotes it. */
  requestId: string
  /** Lets this answer run scripts: without it, the policy forbids all but the site's own small modules. */
  allowScripts(): void
  /** Tells a program when to come back: the header of an answer 429. */
  retryAfter(seconds: number): void
  /** The visitor's address, as far as the trusted proxies tell it. */
  ip: string
}

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}

  // Types of loaders and actions are those of single fetch, which remix.config.js turns on.
  interface Future {
    v3_singleFetch: true
  }
}
