import type { LoaderFunctionArgs } from '@remix-run/node'
import { kitAsMarkdown, kitOf } from './kit.ts'
import { findRole } from './roles.server.ts'

/** The kit as a file. The page says the same, so search engines are sent there. */
export function loader({ params }: LoaderFunctionArgs) {
  const role = findRole(params.role ?? '')
  if (!role) throw new Response(null, { status: 404 })
  return new Response(kitAsMarkdown(kitOf(role)), {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="hiring-kit-${role.slug}.md"`,
      'x-robots-tag': 'noindex',
    },
  })
}
