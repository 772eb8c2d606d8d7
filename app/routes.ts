import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

const firmPages = [
  'how-it-works',
  'vetting',
  'engagement-models',
  'pricing',
  'faq',
  'about',
  'security',
  'accessibility',
  'cookies',
  'terms',
]

/** The whole site on one page: every address and the file that answers it. */
export default [
  layout('marketing/site-layout.route.tsx', [
    index('marketing/home.route.tsx'),

    // What we can staff, and how roles differ
    route('hire', 'roles/roles.route.tsx'),
    route('which-role', 'roles/choose/which-role.route.tsx'),
    route('hire/:role', 'roles/role.route.tsx'),
    route('hire/:role/kit', 'roles/kit.route.tsx'),
    route('compare', 'articles/comparisons.route.tsx'),
    route('compare/:slug', 'articles/comparison.route.tsx'),
    route('guides', 'articles/guides.route.tsx'),
    route('guides/:slug', 'articles/guide.route.tsx'),

    route('shared-hours', 'shared-hours/shared-hours.route.tsx'),

    // Tell us whom you need
    route('start', 'requirements/start.route.tsx'),
    route('start/roles', 'requirements/steps/roles.route.tsx'),
    route('start/work', 'requirements/steps/work.route.tsx'),
    route('start/terms', 'requirements/steps/terms.route.tsx'),
    route('start/contact', 'requirements/steps/contact.route.tsx'),
    route('start/check', 'requirements/steps/check.route.tsx'),
    route('start/paste', 'requirements/prefill/paste.route.tsx'),
    route('start/later', 'requirements/later/later.route.tsx'),
    route('start/resume/:token', 'requirements/later/resume.route.tsx'),
    route('start/done/:token', 'requirements/done.route.tsx'),

    route('status/:token', 'requirements/status/status.route.tsx'),
    route('brief/:token', 'requirements/brief/brief.route.tsx'),

    // Book a free consultation
    route('book/:type?', 'booking/book.route.tsx'),
    route('book/links', 'booking/after/links.route.tsx'),
    route('book/unconfirmed/:token', 'booking/unconfirmed/unconfirmed.route.tsx'),
    route('book/confirm/:token', 'booking/unconfirmed/confirm.route.tsx'),
    route('booked/:token', 'booking/booked.route.tsx'),
    route('manage/:token', 'booking/manage.route.tsx'),

    // The firm, and the small print: app/pages/content/
    ...firmPages.map((slug) => route(slug, 'pages/page.route.tsx', { id: `pages/${slug}` })),
    route('contact', 'contact/contact.route.tsx'),
    route('search', 'search/search.route.tsx'),
    route('privacy', 'marketing/privacy.route.tsx'),
    // In development only
    route('design', 'design/design.route.tsx'),
    route('privacy/request', 'privacy/request.route.tsx'),
    route('privacy/open/:token', 'privacy/open.route.tsx'),
    route('privacy/mine', 'privacy/mine.route.tsx'),

    route('*', 'marketing/not-found.route.tsx'),
  ]),

  route('book/:type/hold', 'booking/hold.route.ts'),

  route('free-times/:role?', 'marketing/free-times.route.tsx'),

  // For machines
  route('hire/:role/kit.md', 'roles/kit-markdown.route.ts'),
  route('robots.txt', 'seo/robots.route.ts'),
  route('sitemap.xml', 'seo/sitemap.route.ts'),
  route('feed.xml', 'seo/feed.route.ts'),
  route('og/:kind/:file', 'seo/share-image.route.ts'),
  route('manifest.webmanifest', 'seo/manifest.route.ts'),
  route('.well-known/security.txt', 'seo/security-txt.route.ts'),
  route('privacy/mine/:file', 'privacy/export.route.ts'),
  route('brief/:token/brief.md', 'requirements/brief/brief-markdown.route.ts'),
  route('booked/:token/invite.ics', 'booking/letters/invitation.route.ts'),
  route('calendar/:token/bookings.ics', 'booking/feed/host-feed.route.ts'),
  ...prefix('api', [
    route('consultation-types', 'booking/api/types-api.route.ts'),
    route('availability', 'booking/api/availability-api.route.ts'),
    route('bookings', 'booking/api/bookings-api.route.ts'),
    route('openapi.json', 'booking/api/openapi.route.ts'),
  ]),

  // For the firm's staff
  ...prefix('staff', [
    route('welcome/:token', 'staff/welcome.route.tsx'),
    route('sign-in', 'staff/sign-in.route.tsx'),
    route('sign-in/code', 'staff/factors/code.route.tsx'),
    route('passkey-options', 'staff/factors/passkey-options.route.ts'),
    route('forgot', 'staff/passwords/forgot.route.tsx'),
    route('reset/:token', 'staff/passwords/reset.route.tsx'),
    route('join/:token', 'team/join.route.tsx'),
    route('sign-out', 'staff/sign-out.route.ts'),
    layout('staff/desk-layout.route.tsx', [
      index('leads/today/today.route.tsx'),
      route('leads', 'leads/list/leads.route.tsx'),
      route('leads/board', 'leads/board/board.route.tsx'),
      route('find', 'leads/list/find.route.ts'),
      route('leads/:ref/files/:id', 'leads/lead-file.route.ts'),
      route('views', 'leads/views/views.route.tsx'),
      route('templates', 'leads/compose/templates.route.tsx'),
      route('leads/new', 'leads/new-lead.route.tsx'),
      route('leads/bulk', 'leads/bulk/bulk.route.tsx'),
      route('leads/export', 'leads/export/export.route.tsx'),
      route('jobs', 'leads/jobs/jobs.route.tsx'),
      route('jobs/:id', 'leads/jobs/job.route.tsx'),
      route('jobs/:id/file', 'leads/export/export-file.route.ts'),
      route('leads/:ref', 'leads/lead.route.tsx'),
      route('bookings', 'booking/desk/bookings.route.tsx'),
      route('bookings/:reference', 'booking/desk/booking.route.tsx'),
      route('week', 'booking/desk/week.route.tsx'),
      route('bookings/new', 'booking/for-visitor/new-booking.route.tsx'),
      route('why', 'booking/why/why.route.tsx'),
      route('calendars', 'calendars/desk/calendars.route.tsx'),
      route('calendars/new', 'calendars/desk/new-calendar.route.tsx'),
      route('calendars/:host', 'calendars/desk/calendar.route.tsx'),
      route('calendars/:host/hours', 'calendars/desk/calendar-hours.route.tsx'),
      route('calendars/:host/dates', 'calendars/desk/calendar-dates.route.tsx'),
      route('closures', 'calendars/desk/closures.route.tsx'),
      route('calendars/:host/feeds', 'calendars/feeds/feeds.route.tsx'),
      route('types', 'consultations/desk/types.route.tsx'),
      route('types/new', 'consultations/desk/new-type.route.tsx'),
      route('types/:slug', 'consultations/desk/type.route.tsx'),
      route('types/:slug/questions/new', 'consultations/desk/new-question.route.tsx'),
      route('types/:slug/questions/:question', 'consultations/desk/question.route.tsx'),
      route('retention', 'privacy/retention.route.tsx'),
      route('held', 'abuse/desk/held.route.tsx'),
      route('held/:id', 'abuse/desk/held-one.route.tsx'),
      route('letters', 'mail/letters.route.tsx'),
      route('letters/:id', 'mail/letter.route.tsx'),
      route('tasks', 'tasks/tasks.route.tsx'),
      route('tasks/new', 'tasks/new-task.route.tsx'),
      route('tasks/:id', 'tasks/task.route.tsx'),
      route('notifications', 'notifications/notifications.route.tsx'),
      route('team', 'team/team.route.tsx'),
      route('team/:id', 'team/member.route.tsx'),
      route('team/:id/hand-over', 'team/hand-over.route.tsx'),
      route('audit', 'audit/audit.route.tsx'),
      route('profile', 'staff/profile.route.tsx'),
      route('security', 'staff/factors/security.route.tsx'),
      route('webhooks', 'webhooks/webhooks.route.tsx'),
      route('webhooks/:id', 'webhooks/webhook.route.tsx'),
    ]),
  ]),
] satisfies RouteConfig
