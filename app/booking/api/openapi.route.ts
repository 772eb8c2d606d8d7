import { env } from '#app/env.server.ts'
import { describeApi } from './openapi.ts'

/** `GET /api/openapi.json`: what programs can ask this site, and every answer. */
export function loader() {
  return Response.json(describeApi({ origin: new URL(env.APP_URL).origin }))
}
