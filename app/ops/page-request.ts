import { createContext } from 'react'

type PageRequest = {
  /** Does the page carry scripts? Only where a matched route asks: `export const handle = { scripts: true }`. */
  scripts: boolean
  nonce: string | undefined
  /** What an error page quotes so that the log can be searched; empty in the browser. */
  reference: string
}

/** What a page knows of the request it answers. In the browser there are scripts, or nobody would be asking. */
export const PageRequestContext = createContext<PageRequest>({
  scripts: true,
  nonce: undefined,
  reference: '',
})
