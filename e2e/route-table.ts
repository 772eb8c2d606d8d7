import {
  bookingFields,
  messageFields,
  requirementFields,
  stepFieldsOf,
  type Fields,
  type Sample,
} from './samples.ts'

/**
 * Every route: an address, and the status that a stranger and a member of staff get by GET and by POST. `post` is what
 * that route would take; without it nothing is posted but an empty form.
 */
export type Row = {
  path: (sample: Sample) => string
  get: readonly [stranger: number, staff: number]
  posted: readonly [stranger: number, staff: number]
  post?: (sample: Sample, marker: string) => Fields
}

/** Staff of every role; an admin is who the columns above call a member of staff. */
export const roles = ['manager', 'consultant', 'read_only'] as const
export type Role = (typeof roles)[number]

const looks = [200, 403] as const
const neither = [403, 403] as const
const isNotThere = [404, 404] as const

/**
 * What the other roles get by GET and by POST of the same, where it is not what an admin gets. The sample is a lead that
 * nobody has taken, with a booking in a calendar that nobody holds: a consultant may work the first and not the second.
 */
export const byRole: Record<string, Partial<Record<Role, readonly [get: number, posted: number]>>> = {
  '/staff/leads': { read_only: looks },
  '/staff/leads/board': { read_only: looks },
  '/staff/leads/new': { read_only: neither },
  '/staff/leads/bulk': { read_only: neither },
  '/staff/leads/export': { read_only: neither },
  '/staff/leads/import': { consultant: neither, read_only: neither },
  '/staff/leads/import/:id': { consultant: neither, read_only: neither },
  '/staff/jobs/:id': { read_only: [404, 403] },
  '/staff/leads/:ref': { read_only: looks },
  '/staff/drafts/:ref': { read_only: [404, 403] },
  '/staff/leads/deleted': { consultant: neither, read_only: neither },
  '/staff/leads/:ref/merge': { read_only: neither },
  '/staff/leads/:ref/split': { read_only: neither },
  '/staff/leads/:ref/delete': { consultant: neither, read_only: neither },
  '/staff/templates': { read_only: looks },
  '/staff/letters/:id': { read_only: looks },
  '/staff/retention': { manager: [403, 405], consultant: [403, 405], read_only: [403, 405] },
  '/staff/held': { consultant: looks, read_only: looks },
  '/staff/held/:id': { read_only: [404, 403] },
  '/staff/tasks/new': { read_only: neither },
  '/staff/tasks/:id': { read_only: [404, 403] },
  '/staff/team': { manager: looks, consultant: neither, read_only: neither },
  '/staff/team/:id': { manager: neither, consultant: neither, read_only: neither },
  '/staff/team/:id/hand-over': { manager: neither, consultant: neither, read_only: neither },
  '/staff/audit': { manager: [403, 405], consultant: [403, 405], read_only: [403, 405] },
  '/staff/bookings/new': { read_only: neither },
  '/staff/bookings/:reference': { read_only: looks },
  '/staff/calendars/new': { consultant: neither, read_only: neither },
  '/staff/calendars/:host': { consultant: isNotThere, read_only: looks },
  '/staff/calendars/:host/hours': { consultant: isNotThere, read_only: looks },
  '/staff/calendars/:host/dates': { consultant: isNotThere, read_only: looks },
  '/staff/calendars/:host/feeds': { consultant: isNotThere, read_only: looks },
  '/staff/webhooks': { manager: neither, consultant: neither, read_only: neither },
  '/staff/webhooks/:id': { manager: neither, consultant: neither, read_only: neither },
  '/staff/closures': { consultant: looks, read_only: looks },
  '/staff/types': { consultant: looks, read_only: looks },
  '/staff/types/new': { consultant: neither, read_only: neither },
  '/staff/types/:slug': { consultant: looks, read_only: looks },
  '/staff/types/:slug/questions/new': { consultant: neither, read_only: neither },
  '/staff/types/:slug/questions/:question': { consultant: neither, read_only: neither },
}

export const noAction = [405, 405] as const
const page = [200, 200] as const
const forStaff = [302, 200] as const

const typeFields: Fields = {
  ...{ minutes: '30', stepMinutes: '30', bufferBeforeMinutes: '0', bufferAfterMinutes: '0' },
  ...{ notice: '4', noticeUnit: 'hours', cutoff: '4', cutoffUnit: 'hours' },
  ...{ windowKind: 'days', windowDays: '30', place: 'usual' },
}

export const table: Record<string, Row> = {
  '/': { path: () => '/', get: page, posted: noAction },
  '/hire': { path: () => '/hire', get: page, posted: noAction },
  '/which-role': {
    path: () => '/which-role?work=server&structure=settled&waiting=tasks&talks=team&undo=easy',
    get: page,
    posted: noAction,
  },
  '/hire/:role': { path: () => '/hire/backend-developer', get: page, posted: noAction },
  '/hire/:role/kit': { path: () => '/hire/backend-developer/kit', get: page, posted: noAction },
  '/hire/:role/kit.md': { path: () => '/hire/backend-developer/kit.md', get: page, posted: noAction },
  '/compare': { path: () => '/compare', get: page, posted: noAction },
  '/compare/:slug': {
    path: () => '/compare/backend-developer-vs-backend-engineer',
    get: page,
    posted: noAction,
  },
  '/guides': { path: () => '/guides', get: page, posted: noAction },
  '/guides/:slug': { path: () => '/guides/what-is-backend-development', get: page, posted: noAction },
  '/shared-hours': { path: () => '/shared-hours?tz=Europe/London', get: page, posted: noAction },
  '/start': {
    path: () => '/start',
    get: page,
    posted: [303, 303],
    post: (_, marker) => requirementFields(marker),
  },
  '/start/roles': {
    path: () => '/start/roles',
    get: page,
    posted: [303, 303],
    post: (_, marker) => stepFieldsOf(marker).roles ?? {},
  },
  // Without a draft they lead to where one is begun: with one, they are in requirement.spec.ts.
  '/start/work': { path: () => '/start/work', get: [302, 302], posted: [422, 422] },
  '/start/terms': { path: () => '/start/terms', get: [302, 302], posted: [422, 422] },
  '/start/contact': { path: () => '/start/contact', get: [302, 302], posted: [422, 422] },
  '/start/paste': { path: () => '/start/paste', get: page, posted: [422, 422] },
  '/start/later': { path: () => '/start/later', get: [302, 302], posted: [303, 303] },
  // One that opens is in requirement.spec.ts.
  '/start/resume/:token': { path: () => '/start/resume/none', get: [404, 404], posted: [404, 404] },
  '/start/check': { path: () => '/start/check', get: [303, 303], posted: [303, 303] },
  '/start/done/:token': { path: ({ request }) => `/start/done/${request}`, get: page, posted: [422, 422] },
  '/book/:type?': {
    path: () => '/book',
    get: page,
    posted: [303, 303],
    post: ({ start }, marker) => bookingFields(marker, { start: halfAnHourAfter(start) }),
  },
  // A browser that brings no token is given one and asked once more: what comes of it is in hold.spec.ts.
  '/book/:type/hold': {
    path: () => '/book/consultation/hold',
    get: [303, 303],
    posted: [307, 307],
    post: ({ start }) => ({ slot: halfAnHourAfter(start) }),
  },
  '/book/links': { path: () => '/book/links', get: page, posted: [422, 422] },
  // Those that open are in abuse.spec.ts.
  // Those that open are in privacy.spec.ts.
  '/privacy/request': { path: () => '/privacy/request', get: page, posted: [422, 422] },
  '/privacy/open/:token': { path: () => '/privacy/open/unknown', get: [404, 404], posted: [404, 404] },
  '/privacy/versions/:version': { path: () => '/privacy/versions/2026-11-22', get: page, posted: noAction },
  // One that opens is in unsubscribe.spec.ts.
  '/unsubscribe/:token': { path: () => '/unsubscribe/unknown', get: [404, 404], posted: [404, 404] },
  '/privacy/mine': { path: () => '/privacy/mine', get: [303, 303], posted: [303, 303] },
  '/privacy/mine/:file': { path: () => '/privacy/mine/data.csv', get: [303, 303], posted: noAction },
  '/status/:token': { path: () => '/status/unknown', get: [404, 404], posted: [404, 404] },
  '/brief/:token': { path: () => '/brief/unknown', get: [404, 404], posted: noAction },
  '/brief/:token/brief.md': { path: () => '/brief/unknown/brief.md', get: [404, 404], posted: noAction },
  '/book/unconfirmed/:token': { path: () => '/book/unconfirmed/unknown', get: [404, 404], posted: noAction },
  '/book/confirm/:token': { path: () => '/book/confirm/unknown', get: [404, 404], posted: [404, 404] },
  '/booked/:token': { path: ({ booking }) => `/booked/${booking}`, get: page, posted: [422, 422] },
  '/manage/:token': {
    path: ({ booking }) => `/manage/${booking}`,
    get: page,
    posted: [303, 303],
    post: (_, marker) => ({ intent: 'cancel', reason: marker }),
  },
  '/how-it-works': { path: () => '/how-it-works', get: page, posted: noAction },
  '/vetting': { path: () => '/vetting', get: page, posted: noAction },
  '/engagement-models': { path: () => '/engagement-models', get: page, posted: noAction },
  '/pricing': { path: () => '/pricing', get: page, posted: noAction },
  '/faq': { path: () => '/faq', get: page, posted: noAction },
  '/about': { path: () => '/about', get: page, posted: noAction },
  '/security': { path: () => '/security', get: page, posted: noAction },
  '/accessibility': { path: () => '/accessibility', get: page, posted: noAction },
  '/cookies': { path: () => '/cookies', get: page, posted: noAction },
  '/terms': { path: () => '/terms', get: page, posted: noAction },
  '/contact': {
    path: () => '/contact',
    get: page,
    posted: [303, 303],
    post: (_, marker) => messageFields(marker),
  },
  '/search': { path: () => '/search?q=backend', get: page, posted: noAction },
  '/privacy': { path: () => '/privacy', get: page, posted: noAction },
  // The tests run against production, where it is not.
  '/design': { path: () => '/design', get: [404, 404], posted: noAction },
  '/*': { path: () => '/nothing-is-here', get: [404, 404], posted: [404, 404] },
  '/booked/:token/invite.ics': {
    path: ({ booking }) => `/booked/${booking}/invite.ics`,
    get: page,
    posted: noAction,
  },
  // One that opens is in feeds.spec.ts.
  '/calendar/:token/bookings.ics': {
    path: () => '/calendar/unknown/bookings.ics',
    get: [404, 404],
    posted: noAction,
  },
  '/api/consultation-types': { path: () => '/api/consultation-types', get: page, posted: noAction },
  '/robots.txt': { path: () => '/robots.txt', get: page, posted: noAction },
  '/sitemap.xml': { path: () => '/sitemap.xml', get: page, posted: noAction },
  '/feed.xml': { path: () => '/feed.xml', get: page, posted: noAction },
  '/og/:kind/:file': { path: () => '/og/role/backend-developer.png', get: page, posted: noAction },
  '/manifest.webmanifest': { path: () => '/manifest.webmanifest', get: page, posted: noAction },
  '/.well-known/security.txt': { path: () => '/.well-known/security.txt', get: page, posted: noAction },
  '/free-times/:role?': { path: () => '/free-times/backend-developer', get: page, posted: noAction },
  '/api/availability': {
    path: ({ start }) => `/api/availability?from=${start.slice(0, 10)}&to=${start.slice(0, 10)}&tz=UTC`,
    get: page,
    posted: noAction,
  },
  // A form is no JSON: what it does take is in booking-api.spec.ts.
  '/api/bookings': {
    path: () => '/api/bookings',
    get: [405, 405],
    posted: [415, 415],
    post: ({ start }, marker) => bookingFields(marker, { start: halfAnHourAfter(start) }),
  },
  '/api/openapi.json': { path: () => '/api/openapi.json', get: page, posted: noAction },
  '/staff/welcome/:token': {
    path: () => '/staff/welcome/spent',
    get: [404, 404],
    posted: [303, 303],
    post: (_, marker) => ({
      name: 'Eve Example',
      email: `eve@${marker}.example`,
      password: 'another long walk by the sea',
      timeZone: 'UTC',
    }),
  },
  '/staff/sign-in': { path: () => '/staff/sign-in', get: [200, 303], posted: [422, 303] },
  '/staff/sign-in/code': { path: () => '/staff/sign-in/code', get: page, posted: [422, 422] },
  '/staff/passkey-options': { path: () => '/staff/passkey-options', get: [404, 404], posted: [422, 422] },
  '/staff/forgot': { path: () => '/staff/forgot', get: page, posted: [422, 422] },
  // One that opens is in sign-in.spec.ts.
  '/staff/reset/:token': { path: () => '/staff/reset/unknown', get: [404, 404], posted: [303, 303] },
  '/staff/sign-out': { path: () => '/staff/sign-out', get: [303, 303], posted: [303, 303] },
  '/staff': { path: () => '/staff', get: forStaff, posted: noAction },
  '/staff/dashboard': { path: () => '/staff/dashboard?weeks=4', get: forStaff, posted: noAction },
  '/staff/leads': {
    path: () => '/staff/leads',
    get: forStaff,
    posted: [302, 303],
    post: ({ ref }) => ({ intent: 'line', ref: String(ref), wasStatus: 'new', to: 'new' }),
  },
  // Without a card there is nothing to move.
  '/staff/leads/board': { path: () => '/staff/leads/board', get: forStaff, posted: [302, 422] },
  '/staff/templates': {
    path: () => '/staff/templates',
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ name: marker, subject: 'Hello', body: 'Dear {{person}}' }),
  },
  '/staff/find': { path: () => '/staff/find?q=ann', get: forStaff, posted: noAction },
  '/staff/views': {
    path: () => '/staff/views',
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ intent: 'save', name: marker, layout: 'list', query: 'status=won' }),
  },
  '/staff/leads/new': {
    path: () => '/staff/leads/new',
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({
      key: crypto.randomUUID(),
      name: 'Eve Example',
      email: `eve@${marker}.example`,
      title: `Wanted by ${marker}`,
    }),
  },
  '/staff/leads/bulk': {
    path: ({ ref }) => `/staff/leads/bulk?only=ticked&ref=${ref}`,
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ key: crypto.randomUUID(), intent: 'do', act: 'tag', tag: marker }),
  },
  '/staff/leads/export': {
    path: () => '/staff/leads/export?q=nobody',
    get: forStaff,
    posted: [302, 303],
    post: () => ({ key: crypto.randomUUID(), what: 'list' }),
  },
  // What comes of a file is in import.spec.ts: without one there is nothing to read.
  '/staff/leads/import': {
    path: () => '/staff/leads/import',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ key: crypto.randomUUID() }),
  },
  '/staff/leads/import/:id': {
    path: () => '/staff/leads/import/none',
    get: [302, 404],
    posted: [302, 404],
  },
  '/staff/jobs': { path: () => '/staff/jobs', get: forStaff, posted: noAction },
  // One that is there is in bulk.spec.ts.
  '/staff/jobs/:id': { path: () => '/staff/jobs/none', get: [302, 404], posted: [302, 404] },
  // One that is there is in export.spec.ts.
  '/staff/jobs/:id/refused': { path: () => '/staff/jobs/none/refused', get: [302, 404], posted: noAction },
  '/staff/jobs/:id/file': { path: () => '/staff/jobs/none/file', get: [302, 404], posted: noAction },
  '/staff/leads/:ref': {
    path: ({ ref }) => `/staff/leads/${ref}`,
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ intent: 'note', body: `Noted by ${marker}` }),
  },
  // What comes of these three is in merge.spec.ts and delete-lead.spec.ts.
  '/staff/leads/:ref/merge': {
    path: ({ ref }) => `/staff/leads/${ref}/merge`,
    get: forStaff,
    posted: [302, 422],
    post: () => ({ with: '', kind: 'both', seen: '' }),
  },
  '/staff/leads/:ref/split': {
    path: ({ ref }) => `/staff/leads/${ref}/split`,
    get: forStaff,
    posted: [302, 422],
    post: () => ({ title: '' }),
  },
  '/staff/leads/:ref/delete': {
    path: ({ ref }) => `/staff/leads/${ref}/delete`,
    get: forStaff,
    posted: [302, 422],
    post: () => ({}),
  },
  '/staff/leads/deleted': {
    path: () => '/staff/leads/deleted',
    get: forStaff,
    posted: [302, 404],
    post: () => ({ restore: '' }),
  },
  // One that opens is in requirement-files.spec.ts.
  '/staff/leads/:ref/files/:id': {
    path: ({ ref }) => `/staff/leads/${ref}/files/none`,
    get: [302, 404],
    posted: noAction,
  },
  '/staff/drafts/:ref': {
    path: ({ ref }) => `/staff/drafts/${ref}`,
    get: [302, 404],
    posted: [302, 204],
    post: () => ({ kind: 'note', body: 'Half a thought' }),
  },
  '/staff/bookings/new': {
    path: ({ ref }) => `/staff/bookings/new?lead=${ref}`,
    get: forStaff,
    posted: [302, 303],
    post: ({ ref, start }, marker) => ({
      ...{
        lead: String(ref),
        type: 'consultation',
        start: halfAnHourAfter(start),
        timeZone: 'Europe/Berlin',
      },
      ...{ name: 'Eve Example', email: `eve@${marker}.example`, key: crypto.randomUUID() },
    }),
  },
  '/staff/why': { path: () => '/staff/why', get: forStaff, posted: noAction },
  '/staff/bookings': { path: () => '/staff/bookings', get: forStaff, posted: noAction },
  '/staff/bookings/:reference': {
    path: ({ reference }) => `/staff/bookings/${reference}`,
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ intent: 'cancel', reason: marker, sequence: '0', status: 'confirmed' }),
  },
  '/staff/week': { path: () => '/staff/week', get: forStaff, posted: noAction },
  '/staff/calendars': { path: () => '/staff/calendars', get: forStaff, posted: noAction },
  '/staff/calendars/new': {
    path: () => '/staff/calendars/new',
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ key: crypto.randomUUID(), name: `Calendar ${marker}`, timeZone: 'UTC' }),
  },
  // Nothing is posted that would change the calendars of other tests.
  '/staff/calendars/:host': {
    path: () => '/staff/calendars/hiring-consultant',
    get: forStaff,
    posted: [302, 422],
  },
  '/staff/calendars/:host/feeds': {
    path: () => '/staff/calendars/hiring-consultant/feeds',
    get: forStaff,
    posted: [302, 400],
  },
  '/staff/calendars/:host/hours': {
    path: () => '/staff/calendars/hiring-consultant/hours',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ intent: 'add', newName: '' }),
  },
  '/staff/calendars/:host/dates': {
    path: () => '/staff/calendars/hiring-consultant/dates',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ intent: 'off', offFrom: '' }),
  },
  '/staff/closures': {
    path: () => '/staff/closures',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ intent: 'add', name: '' }),
  },
  '/staff/types': {
    path: () => '/staff/types',
    get: forStaff,
    posted: [302, 303],
    post: () => ({ of: 'consultation', intent: 'up' }),
  },
  // Not offered, so that no other test meets it.
  '/staff/types/new': {
    path: () => '/staff/types/new',
    get: forStaff,
    posted: [302, 303],
    post: (_, marker) => ({ ...typeFields, name: `Added by ${marker}`, intent: 'save' }),
  },
  '/staff/types/:slug': {
    path: () => '/staff/types/consultation',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ intent: 'save' }),
  },
  '/staff/types/:slug/questions/new': {
    path: () => '/staff/types/consultation/questions/new',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ intent: 'save' }),
  },
  // One that is asked is in consultations.spec.ts.
  '/staff/types/:slug/questions/:question': {
    path: () => '/staff/types/consultation/questions/none',
    get: [302, 404],
    posted: [302, 404],
    post: () => ({ intent: 'save' }),
  },
  '/staff/join/:token': { path: () => '/staff/join/unknown', get: [404, 404], posted: [303, 303] },
  '/staff/tasks': { path: () => '/staff/tasks', get: forStaff, posted: noAction },
  '/staff/tasks/new': {
    path: ({ ref }) => `/staff/tasks/new?lead=${ref}`,
    get: forStaff,
    posted: [302, 422],
    post: () => ({ task: '' }),
  },
  // One that is there is in rights.spec.ts.
  '/staff/tasks/:id': { path: () => '/staff/tasks/none', get: [302, 404], posted: [302, 404] },
  '/staff/notifications': { path: () => '/staff/notifications', get: forStaff, posted: [302, 303] },
  '/staff/team': { path: () => '/staff/team', get: forStaff, posted: [302, 400] },
  '/staff/team/:id': { path: () => '/staff/team/nobody', get: [302, 404], posted: [302, 404] },
  '/staff/team/:id/hand-over': {
    path: () => '/staff/team/nobody/hand-over',
    get: [302, 404],
    posted: [302, 404],
  },
  '/staff/audit': { path: () => '/staff/audit', get: forStaff, posted: noAction },
  '/staff/profile': { path: () => '/staff/profile', get: forStaff, posted: [302, 400] },
  '/staff/security': { path: () => '/staff/security', get: forStaff, posted: [302, 400] },
  '/staff/retention': { path: () => '/staff/retention', get: forStaff, posted: noAction },
  // What can be done with one that is held is in abuse.spec.ts.
  '/staff/held': { path: () => '/staff/held', get: forStaff, posted: [302, 422], post: () => ({ id: '' }) },
  '/staff/held/:id': { path: () => '/staff/held/none', get: [302, 404], posted: [302, 422] },
  '/staff/letters': { path: () => '/staff/letters', get: forStaff, posted: noAction },
  // One that is there is in webhooks.spec.ts.
  '/staff/webhooks': {
    path: () => '/staff/webhooks',
    get: forStaff,
    posted: [302, 422],
    post: () => ({ url: 'ftp://example.com' }),
  },
  '/staff/webhooks/:id': {
    path: () => '/staff/webhooks/none',
    get: [302, 404],
    posted: [302, 404],
    post: () => ({ intent: 'off' }),
  },
  '/staff/letters/:id': {
    path: ({ letterId }) => `/staff/letters/${letterId}`,
    get: forStaff,
    posted: [302, 303],
    post: () => ({}),
  },
}

export const rows = Object.entries(table)
/** The desk itself, not its doors. */
export const staffRows = rows.filter(([pattern]) =>
  /^\/staff(?!\/(welcome|sign-|passkey-|forgot|reset|join))/.test(pattern),
)
export const rowsWithAction = rows.filter(([, { posted }]) => posted !== noAction)

function halfAnHourAfter(start: string): string {
  return new Date(Date.parse(start) + 30 * 60_000).toISOString()
}
