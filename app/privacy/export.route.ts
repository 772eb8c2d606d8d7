import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { asJson, asRows } from './data-file.ts'
import { gatherData } from './held-data.server.ts'
import { requireRights } from './rights-cookie.server.ts'

/** `/privacy/mine/data.json` and `/privacy/mine/data.csv`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kind = params.file === 'data.json' ? 'json' : params.file === 'data.csv' ? 'csv' : null
  if (!kind) throw new Response(null, { status: 404 })
  const email = await requireRights(request, new Date())
  const records = await gatherData(email)
  // Spreadsheets take a file for UTF-8 by its first character.
  const body = kind === 'json' ? asJson(email, records) : `\uFEFF${stringify(asRows(records))}`
  return new Response(body, {
    headers: {
      'Content-Type': kind === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-data.${kind}"`,
      'Cache-Control': 'no-store',
    },
  })
}
