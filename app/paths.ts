/** Every address of the site as a function: links and redirects are made here and nowhere else. */
export const paths = {
  home: () => '/',
  roles: () => '/hire',
  role: (slug: string) => `/hire/${slug}`,
  comparisons: () => '/compare',
  comparison: (slug: string) => `/compare/${slug}`,
  guides: () => '/guides',
  guide: (slug: string) => `/guides/${slug}`,
  privacy: () => '/privacy',

  start: (about: { roles?: readonly string[] } = {}) =>
    withQuery('/start', [...(about.roles ?? []).map((role) => ['role', role] as const)]),
  startDone: (token: string) => `/start/done/${token}`,

  book: (about: BookQuery = {}) =>
    withQuery('/book', [
      ['role', about.role],
      ['request', about.request],
      ['tz', about.timeZone],
      ['month', about.month],
      ['date', about.date],
      ['slot', about.slot],
    ]),
  booked: (token: string) => `/booked/${token}`,
  invitation: (token: string) => `/booked/${token}/invite.ics`,
  manage: (token: string, query: ManageQuery = {}) =>
    withQuery(`/manage/${token}`, [
      ['done', query.done],
      ['tz', query.timeZone],
      ['month', query.month],
      ['date', query.date],
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
    welcome: (token: string) => `/staff/welcome/${token}`,
    signIn: (next?: string) => withQuery('/staff/sign-in', [['next', next]]),
    signOut: () => '/staff/sign-out',
    leads: (filter: { q?: string; status?: string; after?: string } = {}) =>
      withQuery('/staff/leads', [
        ['q', filter.q],
        ['status', filter.status],
        ['after', filter.after],
      ]),
    newLead: () => '/staff/leads/new',
    /** `ref` is the number people say: 1042 for L-1042. */
    lead: (ref: number) => `/staff/leads/${ref}`,

    bookings: (filter: BookingFilter = {}) =>
      withQuery('/staff/bookings', [
        ['show', filter.show],
        ['host', filter.host],
        ['type', filter.type],
        ['q', filter.q],
        ['after', filter.after],
      ]),
    /** `from`: any date of the week. */
    week: (shown: { from?: string; host?: string } = {}) =>
      withQuery('/staff/week', [
        ['from', shown.from],
        ['host', shown.host],
      ]),
    /** `reference` is what people say: B-7K3QXMP. */
    booking: (reference: string) => `/staff/bookings/${reference}`,
    newBooking: (about: { lead?: string; type?: string; host?: string; date?: string } = {}) =>
      withQuery('/staff/bookings/new', [
        ['lead', about.lead],
        ['type', about.type],
        ['host', about.host],
        ['date', about.date],
      ]),
    /** Why a type's times on a day are offered or not. */
    why: (asked: { type?: string; host?: string; date?: string } = {}) =>
      withQuery('/staff/why', [
        ['type', asked.type],
        ['host', asked.host],
        ['date', asked.date],
      ]),

    calendars: () => '/staff/calendars',
    newCalendar: () => '/staff/calendars/new',
    calendar: (host: string) => `/staff/calendars/${host}`,
    calendarHours: (host: string) => `/staff/calendars/${host}/hours`,
    calendarDates: (host: string) => `/staff/calendars/${host}/dates`,
    calendarFeeds: (host: string) => `/staff/calendars/${host}/feeds`,
    closures: () => '/staff/closures',
    types: () => '/staff/types',
    newType: () => '/staff/types/new',
    type: (slug: string) => `/staff/types/${slug}`,

    letters: (filter: { state?: string; after?: string } = {}) =>
      withQuery('/staff/letters', [
        ['state', filter.state],
        ['after', filter.after],
      ]),
    letter: (id: string) => `/staff/letters/${id}`,
  },
}

type BookingFilter = { show?: string; host?: string; type?: string; q?: string; after?: string }

type ManageQuery = { timeZone?: string; month?: string; date?: string; slot?: string; done?: 'moved' }

type BookQuery = {
  role?: string
  /** The token of a requirement sent before: its answers are not asked again. */
  request?: string
  timeZone?: string
  month?: string
  date?: string
  slot?: string
}

function withQuery(path: string, pairs: ReadonlyArray<readonly [string, string | undefined]>): string {
  const query = new URLSearchParams()
  for (const [name, value] of pairs) if (value) query.append(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
