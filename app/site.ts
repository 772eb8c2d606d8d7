/**
 * Everything that makes this site one particular firm's. Change this file and the site is yours: the brand, where to
 * reach you, the office calendar, how consultations are held, and the claims that only you can vouch for.
 */
import type { TimeZone } from './time/types.ts'

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
} as const
