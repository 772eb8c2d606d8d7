import type { NextFunction, Request, Response } from 'express'

const largestFormBytes = 64 * 1024
const largestUploadBytes = 6 * 1024 * 1024
/** What is refused may be this long to be let go by; beyond it the connection ends at once. */
const mostLetGoBy = 64 * 1024 * 1024
/** The forms that may bring a file. */
const uploadPath = /^\/(start\/work|status\/[^/]+|staff\/leads\/import)$/

/**
 * Refuses bodies over 64 KB, and over 6 MB where a file may come. A body must say its length, as every browser and client does for a form: Node's parser
 * then ends it there, so nothing needs to be counted.
 */
export function refuseLargeBodies(request: Request, response: Response, next: NextFunction) {
  if (request.method !== 'POST') return next()

  const length = request.get('content-length')
  if (length === undefined && request.get('transfer-encoding') !== undefined) {
    return void refuse({ request, response }, 411, 'Say how long the body is (Content-Length).')
  }
  if (uploadPath.test(request.path) && /^multipart\//i.test(request.get('content-type') ?? '')) {
    if (Number(length ?? 0) <= largestUploadBytes) return next()
    return void refuse(
      { request, response },
      413,
      'That is more than 6 MB. Go back and select a file of up to 5 MB.',
    )
  }
  if (Number(length ?? 0) > largestFormBytes) {
    return void refuse({ request, response }, 413, 'That is more than 64 KB. Shorten it and send it again.')
  }
  next()
}

/**
 * A browser that is still sending when the connection ends shows that it was reset, and not the words: so the body goes by
 * first, and nothing of it is kept. One that is longer stays unread, and its connection cannot be used again.
 */
function refuse(
  { request, response }: { request: Request; response: Response },
  status: number,
  words: string,
) {
  const answer = () => void response.status(status).set('connection', 'close').type('text').send(words)
  const length = Number(request.get('content-length') ?? Infinity)
  if (length > mostLetGoBy) return answer()
  request.once('end', answer)
  request.resume()
}
