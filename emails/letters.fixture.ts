import type { LetterKind, LetterProps } from './index.ts'

const firm = {
  name: 'Benchline',
  email: 'hello@benchline.example',
  home: 'https://benchline.example/',
  privacy: 'https://benchline.example/privacy',
}

const inBerlin = {
  date: 'Tuesday 1 December 2026',
  time: '14:30',
  until: '15:00',
  zone: 'Berlin time',
  offset: 'UTC+1',
}
const inKolkata = { ...inBerlin, time: '19:00', until: '19:30', zone: 'Kolkata time', offset: 'UTC+5:30' }
const yesterday = { ...inBerlin, date: 'Monday 30 November 2026', time: '09:00', until: '09:30' }

const booking = {
  firm,
  name: 'Ann O’Brien',
  reference: 'B-7K3QXMP',
  meeting: 'Free consultation, 30 minutes',
  host: 'Hiring consultant',
  when: inBerlin,
  whenAtHost: inKolkata,
  howToMeet: 'https://meet.example/benchline-4f1c2a9be07d33a1c5',
  manageUrl: 'https://benchline.example/manage/Qm9va2luZ0lkQm9va2luZw.k3y1c2lnbmF0dXJl',
  cutoff: '4 hours',
}

const guest = {
  firm,
  visitor: 'Ann O’Brien',
  meeting: booking.meeting,
  host: booking.host,
  when: inBerlin,
  whenAtHost: inKolkata,
  howToMeet: booking.howToMeet,
}

const visitorAnswers = [
  { label: 'Name', value: 'Ann O’Brien' },
  { label: 'E-mail', value: 'ann@visitor.example' },
  { label: 'Company', value: 'Harbour Freight Ltd' },
  { label: 'Message', value: 'We move a billing system off a monolith.\nTwo people, from January.' },
]

/** One of each letter, as tests and previews show it. */
export const examples: { [Kind in LetterKind]: LetterProps<Kind> } = {
  'requirement-received': {
    firm,
    name: 'Ann O’Brien',
    reference: 'R-7K3QXMP',
    replyWithin: 'one working day',
    requestUrl: 'https://benchline.example/start/done/UmVxdWlyZW1lbnRJZA.k3y1c2lnbmF0dXJl',
    rightsUrl: 'https://benchline.example/privacy/request',
    statusUrl: 'https://benchline.example/status/UmVxdWlyZW1lbnRJZA.k3y1c2lnbmF0dXJl',
    bookUrl: 'https://benchline.example/book?request=UmVxdWlyZW1lbnRJZA.k3y1c2lnbmF0dXJl',
    replyBy: 'Tuesday 1 December 2026, 18:00 (Kolkata time)',
    receipt: [
      {
        label: 'What we stored',
        value: 'Your name and e-mail address, your company, your answers about the work.',
      },
      { label: 'Why', value: 'To answer your request, and for nothing else.' },
      { label: 'Until when', value: 'As long as we may still be asked about it.' },
    ],
  },
  'finish-later': {
    firm,
    resumeUrl: 'https://benchline.example/start/resume/UmVxdWlyZW1lbnRJZA.k3y1c2lnbmF0dXJl',
    keptUntil: '12 December 2026',
  },
  'requirement-notice': {
    firm,
    reference: 'L-1042',
    visitor: 'Ann O’Brien, Harbour Freight Ltd',
    received: 'Sunday 22 November 2026, 22:40 (Kolkata time)',
    replyWithin: 'one working day',
    replyBy: 'Tuesday 24 November 2026, 11:00 (Kolkata time)',
    contact: visitorAnswers.slice(0, 3),
    answers: [
      { label: 'Role', value: 'Backend developer' },
      { label: 'How many', value: '2' },
      { label: 'Seniority', value: 'Senior' },
      { label: 'Skills', value: 'TypeScript, PostgreSQL, event-driven systems' },
      { label: 'Start', value: 'Within a month' },
      { label: 'Message', value: 'We move a billing system off a monolith.\nTwo people, from January.' },
    ],
    leadUrl: 'https://benchline.example/staff/leads/1042',
  },
  'message-received': {
    firm,
    name: 'Ann O’Brien',
    reference: 'R-7K3QXMP',
    replyWithin: 'one working day',
    bookUrl: 'https://benchline.example/book',
  },
  'message-notice': {
    firm,
    reference: 'L-1042',
    visitor: 'Ann O’Brien',
    email: 'ann@harbour.example',
    received: 'Sunday 22 November 2026, 10:30 (Kolkata time)',
    replyWithin: 'one working day',
    message: 'Do you work with charities?\nAnd in which countries?',
    leadUrl: 'https://benchline.example/staff/leads/1042',
  },
  'lead-message': {
    firm,
    subject: 'Two backend developers from January',
    body: 'Dear Ann,\n\nthank you for your request.\nHere are three people.\n\nCora',
    sender: 'Cora',
  },
  'your-links': {
    firm,
    bookings: [{ when: inBerlin, meeting: booking.meeting, reference: 'B-7K3QXMP', url: booking.manageUrl }],
    requests: [
      {
        received: 'Sunday 22 November 2026',
        reference: 'R-7K3QXMP',
        url: 'https://benchline.example/start/done/UmVxdWlyZW1lbnRJZA.k3y1c2lnbmF0dXJl',
      },
    ],
  },
  'your-data': {
    firm,
    minutes: '15',
    url: 'https://benchline.example/privacy/open/cmFuZG9tIHRva2Vu',
  },
  'booking-to-confirm': {
    firm,
    when: 'Tuesday 1 December 2026, 14:30 (Berlin time)',
    until: '10:02 (Berlin time)',
    confirmUrl: 'https://benchline.example/book/confirm/Qm9va2luZ0lkQm9va2luZw.k3y1c2lnbmF0dXJl',
  },
  'booking-confirmed': booking,
  'booking-rescheduled': { ...booking, before: yesterday },
  'booking-cancelled': {
    ...booking,
    by: 'visitor',
    bookUrl: 'https://benchline.example/book?tz=Europe%2FBerlin',
  },
  'booking-reassigned': { ...booking, before: 'Engineering consultant' },
  'booking-reopened': booking,
  'booking-reminder': booking,
  'booking-follow-up': {
    ...booking,
    what: 'attended',
    startUrl: 'https://benchline.example/start',
    bookUrl: 'https://benchline.example/book',
  },
  'booking-guests': { ...booking, invited: '2 guests are invited' },
  'guest-invitation': { ...guest, what: 'invited' },
  'guest-reminder': guest,
  'booking-notice': {
    firm,
    what: 'confirmed',
    by: 'visitor',
    reference: 'B-7K3QXMP',
    visitor: 'Ann O’Brien, Harbour Freight Ltd',
    host: 'Hiring consultant',
    meeting: 'Free consultation, 30 minutes',
    when: inKolkata,
    whenAtVisitor: inBerlin,
    howToMeet: booking.howToMeet,
    answers: visitorAnswers,
    leadUrl: 'https://benchline.example/staff/leads/1042',
  },
  'staff-invitation': {
    firm,
    name: 'Meera Krishnan',
    invitedBy: 'Asha Rao',
    role: 'a consultant',
    url: 'https://benchline.example/staff/join/k3y1c2lnbmF0dXJlk3y1c2lnbmF0dXJl',
    validUntil: 'Tuesday 1 December 2026, 10:30 (Kolkata time)',
  },
  'password-reset': {
    firm,
    name: 'Meera Krishnan',
    url: 'https://benchline.example/staff/reset/k3y1c2lnbmF0dXJlk3y1c2lnbmF0dXJl',
    validFor: '1 hour',
  },
  'account-changed': {
    firm,
    name: 'Meera Krishnan',
    what: 'Your password was changed.',
    when: 'Tuesday 1 December 2026, 10:30 (Kolkata time)',
    ifNotYou: 'Not you? Choose a new password at once, and tell an admin.',
  },
  'desk-notification': {
    firm,
    name: 'Meera Krishnan',
    heading: 'L-1042 is yours',
    about: '2 × Backend developer, for Ann O’Brien',
    url: 'https://benchline.example/staff/leads/1042',
    switchesUrl: 'https://benchline.example/staff/profile',
  },
}
