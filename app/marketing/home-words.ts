/** The home page's words, in the order they are read. What is said of the firm itself comes from `site.ts`. */
import { site } from '#app/site.ts'

export const homeWords = {
  headline: site.promise,
  lead: 'Looking to get more done with the team you have? Hire remote developers and engineers who join your stand-up, your repository and the hours you agree on.',
  /** Under the two doors: what one is let in for. */
  terms: `The call is free, takes 30 minutes and is held ${site.meeting.kind === 'video' ? 'by video' : 'by phone'}. A request needs no account, and is answered within ${site.replyWithin}.`,
  roles: {
    heading: 'Whom we can add to your team',
    text: 'Each page says what the role does, what to ask in an interview, and when not to hire for it.',
  },
  steps: {
    heading: 'How it works',
    list: [
      {
        title: 'Tell us whom you need',
        text: 'Roles, seniority, start date and the hours you want to share. One page, no account.',
      },
      {
        title: 'Talk it through',
        text: 'A free consultation of 30 minutes with someone who can say whether the role you named is the one you need.',
      },
      {
        title: 'Meet people, then decide',
        text: 'You interview whom we propose, with your own questions. You choose, and only then does anyone start.',
      },
    ],
  },
  /** The comparison that the home page shows a part of. */
  comparison: {
    slug: 'backend-developer-vs-backend-engineer',
    heading: 'Developer or engineer?',
    text: 'One settles the structure, the other builds the features. A project succeeds when both work together, and a team that has the two deploys sooner.',
    link: 'Compare the two roles',
    choose: 'Find yours with five questions',
  },
  more: {
    steps: 'Every step, and what we need from you',
    hours: 'Which hours would we share?',
    vetting: 'How we choose people',
    about: 'About us',
    faq: 'Questions and answers',
  },
  firm: {
    heading: 'Who we are',
    text: `${site.description} We propose people whose skills and way of working are suited to your organisation.`,
  },
  close: {
    heading: 'Tell us whom you need',
    text: 'Two ways to begin, and either one takes a few minutes.',
  },
} as const
