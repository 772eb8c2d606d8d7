import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { asMarkdown } from './brief-markdown.ts'
import { getBrief } from './find-brief.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const brief = await getBrief(params.token ?? '', new Date())
  return new Response(asMarkdown(brief), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="brief-${brief.reference}.md"`,
    },
  })
}
