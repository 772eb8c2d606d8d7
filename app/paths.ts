/** In the address of the next free time on a page that is about no role. */
export const anyRole = 'any'

/** Every address of the site as a function: links and redirects are made here and nowhere else. */
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

  staff: {
    home: () => '/staff',
    /** The charts of some weeks; what the query means stands in app/dashboard/period.ts. */
    dashboard: (period: { weeks?: string; until?: string } = {}) =>
      withQuery('/staff/dashboard', [
        ['weeks', period.weeks],
        ['until', period.until],
      ]),
    welcome: (token: string) => `/staff/welcome/${token}`,
    signIn: (next?: string) => withQuery('/staff/sign-in', [['next', next]]),
    /** Where the code of an authenticator app is asked for, after the password. */
    enterCode: (next?: string) => withQuery('/staff/sign-in/code', [['next', next]]),
    passkeyOptions: () => '/staff/passkey-options',
    signOut: () => '/staff/sign-out',
    forgot: (query: { sent?: '1' } = {}) => withQuery('/staff/forgot', [['sent', query.sent]]),
    resetPassword: (token: string) => `/staff/reset/${token}`,
    join: (token: string) => `/staff/join/${token}`,
    profile: (query: { done?: DeskDone } = {}) => withQuery('/staff/profile', [['done', query.done]]),
    security: (query: { done?: string } = {}) => withQuery('/staff/security', [['done', query.done]]),
    team: (query: { done?: string } = {}) => withQuery('/staff/team', [['done', query.done]]),
    member: (id: string, query: { done?: string } = {}) =>
      withQuery(`/staff/team/${id}`, [['done', query.done]]),
    handOver: (id: string) => `/staff/team/${id}/hand-over`,
    audit: (filter: AuditFilter = {}) =>
      withQuery('/staff/audit', [
        ['actor', filter.actor],
        ['action', filter.action],
        ['entity', filter.entity],
        ['id', filter.id],
        ['from', filter.from],
        ['until', filter.until],
        ['before', filter.before],
      ]),
    tasks: (filter: { show?: string; after?: string; done?: string } = {}) =>
      withQuery('/staff/tasks', [
        ['show', filter.show],
        ['after', filter.after],
        ['done', filter.done],
      ]),
    task: (id: string) => `/staff/tasks/${id}`,
    newTask: (about: { lead?: string } = {}) => withQuery('/staff/tasks/new', [['lead', about.lead]]),
    notifications: (filter: { before?: string } = {}) =>
      withQuery('/staff/notifications', [['before', filter.before]]),
    /** The list of leads, and the same leads as a board: what the query means stands in app/leads/list/filter.ts. */
    leads: (query: LeadQuery = {}) => withQuery('/staff/leads', Object.entries(query)),
    board: (query: LeadQuery = {}) => withQuery('/staff/leads/board', Object.entries(query)),
    newLead: () => '/staff/leads/new',
    /** What is done to many leads at once: to those that are ticked (`ref`), or to all that the filter finds. */
    bulk: (query: LeadQuery = {}) => withQuery('/staff/leads/bulk', Object.entries(query)),
    export: (query: LeadQuery = {}) => withQuery('/staff/leads/export', Object.entries(query)),
    import: () => '/staff/leads/import',
    /** Where one says what the columns of an uploaded file are. */
    importColumns: (job: string) => `/staff/leads/import/${job}`,
    jobs: () => '/staff/jobs',
    job: (id: string) => `/staff/jobs/${id}`,
    jobFile: (id: string) => `/staff/jobs/${id}/file`,
    /** The lines of an import that were refused. */
    jobRefused: (id: string) => `/staff/jobs/${id}/refused`,
    /** `ref` is the number people say: 1042 for L-1042. */
    lead: (ref: number, shown: LeadShown = {}) =>
      withQuery(`/staff/leads/${ref}`, [
        ['list', shown.list],
        ['board', shown.board],
        ['kind', shown.kind],
        ['before', shown.before],
        ['write', shown.write],
        ['template', shown.template],
        ['done', shown.done],
      ]),
    /** `with`: the number of the lead that goes into this one; `kind`: what is the same of the two. */
    mergeLead: (ref: number, query: { with?: string; kind?: string } = {}) =>
      withQuery(`/staff/leads/${ref}/merge`, [
        ['with', query.with],
        ['kind', query.kind],
      ]),
    splitLead: (ref: number) => `/staff/leads/${ref}/split`,
    deleteLead: (ref: number) => `/staff/leads/${ref}/delete`,
    deletedLeads: (query: { after?: string } = {}) =>
      withQuery('/staff/leads/deleted', [['after', query.after]]),
    leadFile: (ref: number, id: string) => `/staff/leads/${ref}/files/${id}`,
    /** For the palette: leads as JSON. */
    find: () => '/staff/find',
    views: () => '/staff/views',
    templates: () => '/staff/templates',

    bookings: (filter: BookingFilter = {}) =>
      withQuery('/staff/bookings', [
        ['show', filter.show],
        ['host', filter.host],
        ['type', filter.type],
        ['q', filter.q],
        ['from', filter.from],
        ['until', filter.until],
        ['was', filter.was],
        ['after', filter.after],
      ]),
    /** `from`: any date of the week. */
    week: (shown: { from?: string; host?: string } = {}) =>
      withQuery('/staff/week', [
        ['from', shown.from],
        ['host', shown.host],
      ]),
    /** `reference` is what people say: B-7K3QXMP. `date`: whose free times are shown; `done`: what was just done. */
    booking: (reference: string, shown: { date?: string; done?: string } = {}) =>
      withQuery(`/staff/bookings/${reference}`, [
        ['date', shown.date],
        ['done', shown.done],
      ]),
    newBooking: (about: NewBookingQuery = {}) =>
      withQuery('/staff/bookings/new', [
        ['lead', about.lead],
        ['type', about.type],
        ['host', about.host],
        ['tz', about.timeZone],
        ['date', about.date],
        ['slot', about.slot],
        ['done', about.done],
      ]),
    /** Why a type's times on a day are offered or not. */
    why: (asked: { type?: string; host?: string; date?: string; timeZone?: string } = {}) =>
      withQuery('/staff/why', [
        ['type', asked.type],
        ['host', asked.host],
        ['date', asked.date],
        ['tz', asked.timeZone],
      ]),

    calendars: () => '/staff/calendars',
    newCalendar: () => '/staff/calendars/new',
    calendar: (host: string, query: { done?: DeskDone } = {}) =>
      withQuery(`/staff/calendars/${host}`, [['done', query.done]]),
    /** `schedule`: the id of one; the default one is shown without. */
    calendarHours: (host: string, query: { schedule?: string; done?: DeskDone } = {}) =>
      withQuery(`/staff/calendars/${host}/hours`, [
        ['schedule', query.schedule],
        ['done', query.done],
      ]),
    calendarDates: (host: string, query: { done?: DeskDone } = {}) =>
      withQuery(`/staff/calendars/${host}/dates`, [['done', query.done]]),
    calendarFeeds: (host: string, query: { done?: DeskDone } = {}) =>
      withQuery(`/staff/calendars/${host}/feeds`, [['done', query.done]]),
    closures: (query: { done?: DeskDone } = {}) => withQuery('/staff/closures', [['done', query.done]]),
    types: () => '/staff/types',
    newType: () => '/staff/types/new',
    type: (slug: string, query: { done?: DeskDone } = {}) =>
      withQuery(`/staff/types/${slug}`, [['done', query.done]]),
    newQuestion: (slug: string) => `/staff/types/${slug}/questions/new`,
    question: (slug: string, id: string) => `/staff/types/${slug}/questions/${id}`,

    /** What looks like abuse: held, spam, and whom staff blocked. */
    held: (filter: { show?: string; after?: string } = {}) =>
      withQuery('/staff/held', [
        ['show', filter.show],
        ['after', filter.after],
      ]),
    retention: () => '/staff/retention',
    heldOne: (id: string) => `/staff/held/${id}`,

    letters: (filter: { state?: string; after?: string } = {}) =>
      withQuery('/staff/letters', [
        ['state', filter.state],
        ['after', filter.after],
      ]),
    letter: (id: string) => `/staff/letters/${id}`,

    webhooks: () => '/staff/webhooks',
    webhook: (id: string) => `/staff/webhooks/${id}`,
  },
}

/** What the page that a form leads to says of it. */
export type DeskDone = 'added' | 'saved' | 'removed'

type SharedHoursQuery = Listing & { timeZone?: string | undefined; from?: string; until?: string }

type NewBookingQuery = {
  /** The number of the lead that it is for: "1042". */
  lead?: string | undefined
  type?: string | undefined
  host?: string | undefined
  timeZone?: string | undefined
  date?: string | undefined
  slot?: string | undefined
  /** The reference of the booking that was just made. */
  done?: string | undefined
}

type AuditFilter = {
  [name in 'actor' | 'action' | 'entity' | 'id' | 'from' | 'until' | 'before']?: string | undefined
}

export type LeadQuery = {
  [
    name in
      | 'q'
      | 'status'
      | 'owner'
      | 'source'
      | 'role'
      | 'skill'
      | 'tag'
      | 'archived'
      | 'created'
      | 'activity'
      | 'late'
      | 'stale'
      | 'reached'
      | 'lost'
      | 'answer'
      | 'sort'
      | 'columns'
      | 'after'
      | 'edit'
      | 'more'
  ]?: string | undefined
}

type LeadShown = {
  /** The query of the list, or of the board, that led to the lead: its neighbours and the way back. */
  list?: string | undefined
  board?: string | undefined
  /** Which kind of entry of the timeline, and those before which moment. */
  kind?: string | undefined
  before?: string | undefined
  /** Which tab of the composer is open, and which template fills it. */
  write?: string | undefined
  template?: string | undefined
  done?: string | undefined
}

type BookingFilter = {
  [name in 'show' | 'host' | 'type' | 'q' | 'from' | 'until' | 'was' | 'after']?: string | undefined
}

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

function withQuery(path: string, pairs: ReadonlyArray<readonly [string, string | undefined]>): string {
  const query = new URLSearchParams()
  for (const [name, value] of pairs) if (value) query.append(name, value)
  // A comma is as good as its code, and an address of lists can be read.
  return query.size > 0 ? `${path}?${query.toString().replaceAll('%2C', ',')}` : path
}
