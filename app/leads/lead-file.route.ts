import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { refFrom } from './find-lead.server.ts'
import { leadScope } from './scope.server.ts'

/**
 * A file that a visitor attached, for whoever may see its lead. It is handed over to be saved and never shown here: with
 * this policy it could run nothing even if a browser opened it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const id = z.uuid().safeParse(params.id)
  const file =
    id.success &&
    (await db.leadFile.findFirst({
      where: { id: id.data, lead: { is: { ref: refFrom(params.ref), AND: leadScope(viewer) } } },
      select: { name: true, mediaType: true, content: true },
    }))
  if (!file) throw new Response(null, { status: 404 })

  return new Response(file.content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename="${plainName(file.name)}"; filename*=UTF-8''${encodedName(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}

/** For programs that read no other names: letters, digits and a few signs. */
function plainName(name: string): string {
  return name.replace(/[^\w. ()-]/g, '_')
}

/** RFC 8187 leaves these signs to be escaped as well. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
