/** The home page's words, in the order they are read. What is said of the firm itself comes from `site.ts`. */
import { site } from '../site.ts'

export const homeWords = {
  headline: site.promise,
  lead: 'Looking to get more done with the team you have? Hire remote developers and engineers who join your stand-up, your repository and your working hours.',
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
        text: 'You interview whom we propose, with your own questions. Nothing starts before you say yes.',
      },
    ],
  },
  /** Leads to the comparison of the first two roles. */
  comparison: {
    heading: 'Developer or engineer?',
    text: 'A product ships when both halves are there: one mind on the structure, hands on the features. A team that has both, and lets them work side by side, deploys sooner.',
    link: 'Compare the two roles',
  },
  firm: {
    heading: 'Who we are',
    text: `${site.description} We propose people whose skills and way of working suit your organisation, and you choose.`,
  },
  close: {
    heading: 'Say whom you are missing',
    text: 'Two ways to begin, and either one takes a few minutes.',
  },
} as const
