import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import type { NoticeText } from '../notice-text.ts'

export const notice: NoticeText = [
  {
    id: 'who',
    heading: 'Who is responsible',
    text: [
      `${site.name} runs this site and decides what happens with what you tell it. Write to ${site.email} about anything on this page.`,
    ],
  },
  {
    id: 'what',
    heading: 'What we collect',
    text: [
      'Only what you enter, and what is needed to deliver this site to you safely. Nothing is bought, looked up or guessed.',
    ],
    list: [
      'In a request: the roles, number, seniority, skills, start, duration, kind of engagement, shared hours and message you give, and your name, work e-mail and company.',
      'In a booking: the time, your time zone, your name and e-mail, and, if you give them, your company, telephone number, message and the e-mail addresses of guests.',
      'In a message by the contact page: what you write, your name and work e-mail.',
      'When you change or cancel a booking: what was changed and when.',
      'With a request or message: which version of this notice you agreed to, and when.',
      'With every form: a fingerprint of the address your device calls from, to stop abuse. The address itself is not kept, and the log holds no names and no e-mail addresses.',
    ],
  },
  {
    id: 'why',
    heading: 'Why, and on what ground',
    text: ['Each purpose has a ground in law.'],
    list: [
      'To answer your request, hold the consultation you book and send the letters about it: because you asked us to, and as steps before a contract.',
      'To keep a record of what was asked, answered and agreed: our legitimate interest in doing business properly, and your consent where the law of your country asks for it.',
      'To keep the site safe from abuse: our legitimate interest, and yours.',
      'To write to you now and then about people and roles: only if you ticked the box for it. That is your consent, it is needed for nothing else, and every such letter has a link that ends it.',
    ],
  },
  {
    id: 'who-sees',
    heading: 'Who sees it',
    text: [
      `The people of ${site.name} who work on your request, in ${site.country}, and the firms that run our server and deliver our mail, under contract and for nothing else. A consultation by video opens in the video service named in your confirmation, which has its own notice.`,
      'We do not sell your data or pass it on for advertising. No page of this site calls another company when you open it.',
    ],
  },
  {
    id: 'how-long',
    heading: 'How long we keep it',
    text: ['As long as the purpose lasts; then a program deletes it:'],
    list: [
      'Requests, messages and bookings: 24 months after we last heard of each other. Ask us to erase them sooner and we do, unless a law makes us keep them.',
      'What led to a contract: as long as the contract runs and the law wants its papers kept.',
      'Letters that were sent, and files that came with a request: 12 months.',
      'A request that was begun and not sent: 14 days after its last change.',
      'What looked like abuse: 30 days, or 90 if nobody has decided about it, with the fingerprint of the address it came from. Of abuse a fingerprint of its words stays.',
      'What we deleted by hand before its time: 30 days, so that a mistake can be undone.',
      'Lists that we brought in, and records of what we changed for many people at once: 30 days. Lists that we made of what we hold: 24 hours on this site.',
      'What we held of you before we put two of your requests together: 30 days, so that a mistake can be undone.',
      'The fingerprint that counts forms: three days.',
      'A fingerprint of your address, from which it cannot be read: for 30 days when it refused a letter; and, so that we keep to it, as long as you want no letters that come unasked, or once you had everything erased.',
    ],
  },
  {
    id: 'rights',
    heading: 'What you can ask of us',
    text: [
      `Most of it you can do yourself, at once, by a link that we mail to you. Or write to ${site.email} from the address you used here: we answer within one month, and it costs nothing. You may ask us:`,
    ],
    act: { href: paths.privacyRequest(), words: 'See, correct or erase your data' },
    list: [
      'what we hold about you, and for a copy of it in a form that a computer can read;',
      'to correct or complete it;',
      'to erase it, or to use it for less;',
      'to stop relying on a consent you gave, which is as easy as giving it was and does not undo what came before.',
    ],
  },
  {
    id: 'complain',
    heading: 'If you are not satisfied',
    text: [
      'You may complain to the data protection authority of your country: in the EU that of your member state, in the United Kingdom the Information Commissioner, in India the Data Protection Board once you have raised the matter with us.',
    ],
  },
  {
    id: 'cookies',
    heading: 'Cookies',
    text: [
      'Only those that are necessary, which is why no banner asks you about them: one remembers your time zone; one, called hold, knows for ten minutes that the time you are booking is held for you; one, called draft, finds for 14 days the request that you began; one, called rights, keeps your own data open for a quarter of an hour; and one keeps the staff of this firm signed in. None of them follows you anywhere.',
    ],
  },
]
