import { deskPaths } from './desk-paths.ts'
import { withQuery } from './with-query.ts'

/** In the address of the next free time on a page that is about no role. */
export const anyRole = 'any'

/** Every address of the site as a function: links and redirects are made here, those of the desk in desk-paths.ts, and nowhere else. */
export const paths = {
  home: () => '/',
  roles: () => '/hire',
  role: (slug: string) => `/hire/${slug}`,
  kit: (role: string) => `/hire/${role}/kit`,
  /** Five questions that lead to a role; the answers stand in the query. */
  whichRole: () => '/which-role',
  kitMarkdown: (role: string) => `/hire/${role}/kit.md`,
  /** Which hours the visitor's place shares with the team's. */
  sharedHours: (about: SharedHoursQuery = {}) =>
    withQuery('/shared-hours', [
      ['tz', about.timeZone],
      ['from', about.from],
      ['until', about.until],
      ['zones', about.zones],
    ]),
  comparisons: () => '/compare',
  comparison: (slug: string) => `/compare/${slug}`,
  guides: () => '/guides',
  guide: (slug: string) => `/guides/${slug}`,
  /** A page of the firm's own: `app/pages/content/how-it-works.md`. */
  page: (slug: string) => `/${slug}`,
  privacy: () => '/privacy',
  /** Where somebody asks for the link to their own data. */
  privacyRequest: (query: { sent?: '1'; over?: '1'; erased?: '1' } = {}) =>
    withQuery('/privacy/request', [
      ['sent', query.sent],
      ['over', query.over],
      ['erased', query.erased],
    ]),
  privacyOpen: (token: string) => `/privacy/open/${token}`,
  privacyMine: (query: { done?: string } = {}) => withQuery('/privacy/mine', [['done', query.done]]),
  /** Where letters that come unasked are declined. */
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  /** A notice as it read once: "2026-11-22". */
  privacyVersion: (version: string) => `/privacy/versions/${version}`,
  privacyFile: (kind: 'json' | 'csv') => `/privacy/mine/data.${kind}`,
  contact: (query: { sent?: string } = {}) => withQuery('/contact', [['sent', query.sent]]),
  search: (asked?: string) => withQuery('/search', [['q', asked]]),
  /** What the home page shows of the next free times, and nothing else; the line of it that a role's page shows, or an article's. */
  freeTimes: () => '/free-times',
  freeTimesLine: (role: string = anyRole) => `/free-times/${role}`,
  sitemap: () => '/sitemap.xml',
  feed: () => '/feed.xml',
  manifest: () => '/manifest.webmanifest',
  securityTxt: () => '/.well-known/security.txt',
  /** The picture that a shared link shows; its address changes with what it shows. */
  shareImage: ({ kind, slug, version }: { kind: string; slug: string; version: string }) =>
    withQuery(`/og/${kind}/${slug}.png`, [['v', version]]),

  /** `from`: what else the address carries, such as what led there. */
  start: (about: StartQuery = {}) => withQuery('/start', startPairs(about)),
  /** A step of the long way: "roles". `change`: it leads back to the page where everything is checked. */
  startStep: (step: string, query: { change?: boolean; again?: boolean } = {}) =>
    withQuery(`/start/${step}`, [
      ['change', query.change ? '1' : undefined],
      ['again', query.again ? '1' : undefined],
    ]),
  startRoles: (about: StartQuery = {}) => withQuery('/start/roles', startPairs(about)),
  startCheck: () => '/start/check',
  /** Where a description is pasted to fill the form in. */
  startPaste: (about: StartQuery = {}) => withQuery('/start/paste', startPairs(about)),
  /** Where what was begun is put off, carried to another device or thrown away. */
  startLater: (query: { sent?: boolean } = {}) =>
    withQuery('/start/later', [['sent', query.sent ? '1' : undefined]]),
  startResume: (token: string) => `/start/resume/${token}`,
  startDone: (token: string) => `/start/done/${token}`,

  /** Where a request stands, and the brief of it for a colleague. */
  status: (token: string, query: { done?: string } = {}) =>
    withQuery(`/status/${token}`, [['done', query.done]]),
  brief: (token: string) => `/brief/${token}`,
  briefMarkdown: (token: string) => `/brief/${token}/brief.md`,

  /** Without a type: where one is chosen, if there are several. */
  book: (about: BookQuery = {}) => withQuery(about.type ? `/book/${about.type}` : '/book', bookPairs(about)),
  /** Where a time of a type is held or let go; it leads back to `/book/:type` with the same query. */
  hold: (about: BookQuery & { type: string }) => withQuery(`/book/${about.type}/hold`, bookPairs(about)),
  booked: (token: string, query: { clock?: string | undefined; done?: 'corrected' } = {}) =>
    withQuery(`/booked/${token}`, [
      ['clock', query.clock],
      ['done', query.done],
    ]),
  /** Where links that were lost are sent again. */
  links: (query: { sent?: '1' } = {}) => withQuery('/book/links', [['sent', query.sent]]),
  /** The page after a booking that waits for its visitor, and the page behind the link in their mailbox. */
  unconfirmedBooking: (token: string) => `/book/unconfirmed/${token}`,
  confirmBooking: (token: string) => `/book/confirm/${token}`,
  invitation: (token: string) => `/booked/${token}/invite.ics`,
  manage: (token: string, query: ManageQuery = {}) =>
    withQuery(`/manage/${token}`, [
      ['done', query.done],
      ['tz', query.timeZone],
      ['clock', query.clock],
      ['month', query.month],
      ['date', query.date],
      ['at', query.at],
      ['slot', query.slot],
    ]),

  /** The secret address under which calendar programs read a host's bookings. */
  hostFeed: (token: string) => `/calendar/${token}/bookings.ics`,

  api: {
    types: () => '/api/consultation-types',
    availability: () => '/api/availability',
    bookings: () => '/api/bookings',
    openapi: () => '/api/openapi.json',
  },

  staff: deskPaths,
}

type SharedHoursQuery = Listing & { timeZone?: string | undefined; from?: string; until?: string }

/** What a calendar shows, and on which clock. */
type CalendarQuery = {
  timeZone?: string | undefined
  /** `'12'` or `'24'`, once it was chosen. */
  clock?: string | undefined
  month?: string | undefined
  date?: string | undefined
  /** An instant on the day to show: it stays the same when the clock becomes another one. */
  at?: string | undefined
  slot?: string | undefined
}

type StartQuery = {
  roles?: readonly string[] | undefined
  timeZone?: string | undefined
  /** A code of the form: "4h". */
  overlap?: string | undefined
  /** The place of the link on its page: "dock". */
  src?: string | undefined
  /** What was begun is gone. */
  lost?: boolean
  from?: readonly (readonly [string, string])[]
}

function startPairs({ roles = [], timeZone, overlap, src, lost, from = [] }: StartQuery) {
  return [
    ...roles.map((role) => ['role', role] as const),
    ['tz', timeZone] as const,
    ['overlap', overlap] as const,
    ['src', src] as const,
    ['lost', lost ? '1' : undefined] as const,
    ...from,
  ]
}

type ManageQuery = CalendarQuery & { done?: 'moved' | 'guests' }

type BookQuery = CalendarQuery &
  Listing & {
    type?: string | undefined
    host?: string | undefined
    role?: string | undefined
    /** The token of a requirement sent before: its answers are not asked again. */
    request?: string | undefined
  }

type Listing = {
  /** With the list of all time zones, which a page leaves out otherwise. */
  zones?: 'all'
}

function bookPairs(about: BookQuery) {
  return [
    ['role', about.role],
    ['request', about.request],
    ['host', about.host],
    ['tz', about.timeZone],
    ['clock', about.clock],
    ['month', about.month],
    ['date', about.date],
    ['at', about.at],
    ['slot', about.slot],
    ['zones', about.zones],
  ] as const
}
