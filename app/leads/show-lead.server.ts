/** What belongs around a lead's page: its place in the list that led to it, its timeline, what was begun to be written. */
import { composerKinds } from './compose/composer.tsx'
import { listDrafts } from './compose/drafts.server.ts'
import { fillTemplate, type Known } from './compose/template.ts'
import { listTemplates } from './compose/templates.server.ts'
import { hrefOf, queryOf, type Layout } from './list/addresses.ts'
import { readLeadFilter } from './list/filter.ts'
import { findNeighbours } from './list/neighbours.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { LeadPage } from './find-lead.server.ts'

/** The way back, to the line or card that was left, and the neighbours there. */
export async function wayBack(viewer: Viewer, lead: LeadPage, query: URLSearchParams, now: Date) {
  const [layout, text] = query.has('board')
    ? (['board', query.get('board')] as const)
    : (['list', query.get('list')] as const)
  if (text === null) return { href: paths.staff.leads(), words: 'All leads', previous: null, next: null }

  const filter = readLeadFilter(new URLSearchParams(text))
  const { previous, next } = await findNeighbours(
    { viewer, filter: { ...filter, after: undefined }, now },
    lead.id,
  )
  const hrefTo = (ref: number | null) => (ref ? paths.staff.lead(ref, { [layout]: queryOf(filter) }) : null)
  return {
    href: `${hrefOf(layout satisfies Layout, filter)}#l-${lead.ref}`,
    words: layout === 'board' ? 'Board' : 'List',
    previous: hrefTo(previous),
    next: hrefTo(next),
  }
}

/** The composer with what was begun, or with the template that the address names. */
export async function composerOf(viewer: Viewer, lead: LeadPage, query: URLSearchParams) {
  const kind = composerKinds.find((each) => each === query.get('write')) ?? 'note'
  const [drafts, templates] = await Promise.all([
    listDrafts(viewer, lead.id),
    kind === 'mail' ? listTemplates(viewer) : [],
  ])
  const template = templates.find(({ id }) => id === query.get('template'))
  const known = knownOf(viewer, lead)
  const draft = kind === 'task' ? undefined : drafts.get(kind)
  return {
    kind,
    isNew: lead.status === 'new',
    to: lead.person.emails[0]?.email ?? null,
    templates: templates.map(({ id, name }) => ({ id, name })),
    words: template
      ? { subject: fillTemplate(template.subject, known), body: fillTemplate(template.body, known) }
      : (draft ?? { subject: '', body: '' }),
    isDraft: !template && draft !== undefined,
  }
}

function knownOf(viewer: Viewer, { person, company, title }: LeadPage): Known {
  return {
    person: person.name,
    company: company?.name ?? person.name,
    needs: title,
    sender: viewer.name,
    firm: site.name,
  }
}
