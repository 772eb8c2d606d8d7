import { withQuery } from './with-query.ts'

/** The addresses of the desk, which only staff open: `paths.staff`. */
export const deskPaths = {
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
      ['part', shown.part],
      ['after', shown.after],
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
  leadDraft: (ref: number) => `/staff/drafts/${ref}`,
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
}

/** What the page that a form leads to says of it. */
export type DeskDone = 'added' | 'saved' | 'removed'

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
      | 'changed'
      | 'more'
  ]?: string | undefined
}

type LeadShown = {
  /** The query of the list, or of the board, that led to the lead: its neighbours and the way back. */
  list?: string | undefined
  board?: string | undefined
  /** Which kind of entry of the timeline, and those before which entry. */
  kind?: string | undefined
  before?: string | undefined
  /** Which of the parts of the lead begins after which of its rows. */
  part?: string | undefined
  after?: string | undefined
  /** Which tab of the composer is open, and which template fills it. */
  write?: string | undefined
  template?: string | undefined
  done?: string | undefined
}

type BookingFilter = {
  [name in 'show' | 'host' | 'type' | 'q' | 'from' | 'until' | 'was' | 'after']?: string | undefined
}
