import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { requireEditor } from '../scope.server.ts'
import type { NewTemplate } from './template.ts'

/** The viewer's own templates and everybody's. */
export async function listTemplates(viewer: Viewer) {
  const templates = await db.letterTemplate.findMany({
    where: { OR: [{ ownerId: viewer.id }, { ownerId: null }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, subject: true, body: true, ownerId: true },
  })
  return templates.map(({ ownerId, ...template }) => ({
    ...template,
    isTeams: ownerId === null,
    mayChange: ownerId === viewer.id || mayChangeTeams(viewer),
  }))
}

export type Template = Awaited<ReturnType<typeof listTemplates>>[number]

/** Adds a template, or changes the one of that id; what is everybody's is changed by those who answer for all leads. */
export async function saveTemplate(
  viewer: Viewer,
  id: string | null,
  { team, ...words }: NewTemplate,
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  requireEditor(viewer)
  const ownerId = team && mayChangeTeams(viewer) ? null : viewer.id
  if (!id) {
    await db.letterTemplate.create({ data: { ...words, ownerId, updatedAt: now } })
    return done(null)
  }
  const { count } = await db.letterTemplate.updateMany({
    where: { id, ...changeable(viewer) },
    data: { ...words, ownerId, updatedAt: now },
  })
  return count > 0 ? done(null) : refused('not-found')
}

export async function deleteTemplate(viewer: Viewer, id: string): Promise<Outcome<null, 'not-found'>> {
  requireEditor(viewer)
  const { count } = await db.letterTemplate.deleteMany({ where: { id, ...changeable(viewer) } })
  return count > 0 ? done(null) : refused('not-found')
}

function changeable(viewer: Viewer) {
  return mayChangeTeams(viewer) ? { OR: [{ ownerId: viewer.id }, { ownerId: null }] } : { ownerId: viewer.id }
}

export function mayChangeTeams(viewer: Viewer): boolean {
  return viewer.role === 'admin' || viewer.role === 'manager'
}
