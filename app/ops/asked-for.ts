/** What a request's headers ask for, as RFC 9110 reads them. */
export type Encoding = 'br' | 'gzip' | 'identity'

/** The smallest that is accepted: `'gzip, br;q=0'` gets gzip, and who says nothing gets plain bytes. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding {
  const accepted = String(acceptEncoding ?? '').toLowerCase()
  if (accepts(accepted, 'br')) return 'br'
  return accepts(accepted, 'gzip') ? 'gzip' : 'identity'
}

function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';')
    return name.trim() === encoding && !parameters.some((text) => /^\s*q=0(\.0*)?\s*$/.test(text))
  })
}

/** Whether an `If-None-Match` names the tag; proxies that compress make tags weak, which does not matter to it. */
export function isAmong(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((text) => {
    const tag = text.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}
