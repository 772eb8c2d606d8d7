/**
 * Everything that makes this site one particular firm's. Change this file and the site is yours: the brand, where to
 * reach you, the office calendar, how consultations are held, and the claims that only you can vouch for.
 */
import type { TimeZone } from './time/types.ts'

export type BudgetBands = readonly {
  currency: 'USD' | 'EUR' | 'GBP' | 'INR' | 'AUD'
  per: 'hour' | 'month'
  /** In the firm's words, lowest first: "up to 40". */
  bands: readonly string[]
}[]

export const site = {
  name: 'Benchline',
  /** One sentence for search engines and letters; what the firm is. */
  description:
    'Benchline is a staff-augmentation firm in India that adds pre-vetted remote developers and engineers to your team.',
  promise: 'Engineers for your team, not another agency to manage.',
  country: 'India',
  email: 'hello@benchline.example',
  locale: 'en-GB',

  office: {
    timeZone: 'Asia/Kolkata' as TimeZone,
    /** Whose public holidays the office keeps: a country ("IN") or a state of it ("IN-KA"). */
    region: 'IN',
    /** Monday to Friday, on the office's wall clock. The first start makes two calendars with these hours, once. */
    opens: '11:00',
    closes: '20:00',
  },

  /**
   * How a consultation is held. `video`: the template becomes the link of each booking, `{id}` standing for an
   * unguessable room name. `phone`: we call the number that the visitor leaves.
   */
  meeting: { kind: 'video', linkTemplate: 'https://meet.jit.si/benchline-{id}' } as
    { kind: 'video'; linkTemplate: string } | { kind: 'phone' },

  /** A promise printed after a request is sent; keep it true. */
  replyWithin: 'one working day',
  /** The same on the office calendar. After so many of its minutes the desk marks a lead that nobody answered. */
  replyWithinOfficeMinutes: 9 * 60,

  /** What you do before you propose anybody. Name the stages that you really have: nobody else can vouch for them. */
  vetting: [
    {
      title: 'Conversation',
      text: 'An interview about past work: what was decided, what went wrong, and what was learnt from it.',
    },
    {
      title: 'Work sample',
      text: 'A task of the trade, done as on a working day and then talked through with an engineer of that trade.',
    },
    {
      title: 'Language',
      text: 'A technical conversation in the language your team works in.',
    },
    {
      title: 'References',
      text: 'A talk with somebody who worked with the person, where the person agrees to it.',
    },
  ],

  /** The ways in which people can join a client's team. */
  engagements: [
    { title: 'Full time', text: 'Forty hours a week for one team, with the hours you agree to share.' },
    { title: 'Part time', text: 'Twenty hours a week or more, on fixed days or half days.' },
    { title: 'By the hour', text: 'For advice, reviews and small pieces of work, by agreement.' },
  ],

  /**
   * Budgets to choose from in the requirement form, such as `{ currency: 'USD', per: 'hour', bands: ['up to 40', '40 to
   * 60'] }`. Without any, the form asks for none.
   */
  budgets: [] as BudgetBands,

  /** Printed on the page about prices when it is set; otherwise that page says how a price is made. */
  rates: null as {
    currency: string
    asOf: string
    perHour: readonly { level: string; from: string; to: string }[]
  } | null,
} as const
