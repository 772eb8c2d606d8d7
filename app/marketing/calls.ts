/**
 * The two ways in, worded once: every page that asks a visitor to act uses these labels, or the short ones where there is
 * little room, so a promise made on one page
 * is the promise kept on the next. `sentence` stands beside the button, and opens the page that the button leads to.
 */
import { site } from '#app/site.ts'

export const calls = {
  /** The primary call, to `/book`. */
  book: {
    label: 'Book a free consultation',
    short: 'Book a call',
    sentence:
      'Request a free consultation of 30 minutes at a time that suits you. Describe the work first if you like: then we come prepared.',
  },
  /** The secondary call, to `/start`. */
  start: {
    label: 'Share your requirement',
    short: 'Share a requirement',
    sentence: `Write down whom you need, in a few sentences or step by step and without an account, and we answer within ${site.replyWithin}.`,
  },
  /** Both ways as one journey: shown on `/book` and on `/start`. */
  together:
    'Schedule a call and share your requirements in one go: what the request says is filled in for you when you pick a time.',
} as const
