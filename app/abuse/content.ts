import type { Reason } from './judgement.ts'
import { hasGibberish } from './gibberish.ts'

/** The words of a form: what is said of the sender, and everything that was free to write. */
export type Written = { name: string; company: string; text: string }

/** The signs of abuse in the words alone; each is worth what `judgement.ts` says. */
export function contentReasons({ name, company, text }: Written): Reason[] {
  const found: Reason[] = []
  if (hasLink(name) || hasLink(company) || hasMarkup(company)) found.push('link-in-name')
  if (hasMarkup(text)) found.push('markup')
  const links = text.match(link)?.length ?? 0
  if (links > 3) found.push('many-links')
  else if (links > 1) found.push('some-links')
  const phrases = salesPhrases.filter((phrase) => phrase.test(text)).length
  if (phrases > 1) found.push('sales-words')
  else if (phrases === 1) found.push('sales-word')
  if ([name, company, text].some(hasMixedWord)) found.push('mixed-scripts')
  if (hasGibberish({ name, text: `${company} ${text}` })) found.push('gibberish')
  return found
}

const link = /\bhttps?:\/\/|\bwww\.\w|\bt\.me\/|\bbit\.ly\//giu

function hasLink(words: string): boolean {
  return /https?:|www\.|\b[\w-]+\.(com|net|org|info|biz|xyz|top|ru|cn|shop|online|site|club|click)\/\S/iu.test(
    words,
  )
}

/** Tags that do something when they are shown. `List<String>` and `<div>` are what developers write about. */
function hasMarkup(words: string): boolean {
  return /<\/?(a|script|iframe|img|object|embed|meta|link)\b[^<]*>|<(a|script|iframe|img)\s|\[(url|link|img)[\]=]/iu.test(
    words,
  )
}

/** What is written to sell something to us; a client who needs an expert for it would not say it so. */
const salesPhrases = [
  /\b(first|top) page (of|on) google\b/i,
  /\bguest posts?\b|\blink insertions?\b/i,
  /\bback-?links?\b|\bdomain authority\b/i,
  /\b(boost|increase|grow|drive) (your|more) (organic |website |web )?(traffic|rankings?|sales)\b/i,
  /\b(affordable|cheap|professional) (seo|web design|marketing) (services?|packages?)\b/i,
  /\bi (came across|visited|found|was on) your (web ?site|site)\b/i,
  /\b(payday|business|personal) loans? (offer|at \d|available)\b/i,
  /\b(bitcoin|crypto|forex) (investment|profits?|trading signals?)\b/i,
  /\bmake money (online|fast)\b|\bearn \$?\d+ (a|per) day\b/i,
  /\b(viagra|cialis|tramadol)\b/i,
  /\b(buy|cheap) (followers|likes|traffic|reviews)\b/i,
  /\b(online casino|sports betting) bonus\b/i,
  /\bunsubscribe\b.{0,40}\b(reply|click|here)\b/i,
]

/** Letters that look alike in two alphabets, within one word: `Аpple` with a Cyrillic first letter. */
function hasMixedWord(words: string): boolean {
  return (words.match(/\p{L}{3,}/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}|\p{Script=Greek}{2}/u.test(word),
  )
}
