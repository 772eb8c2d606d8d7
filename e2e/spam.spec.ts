/**
 * A thousand posts by programs from fifty addresses, and twenty people among them, against a server that counts. Each kind
 * of program does what programs do; the people open the page, take their time and write what clients write.
 */
import { randomUUID } from 'node:crypto'
import { freePort, startSite } from '../bin/site-process.js'
import { expect, test } from './fixtures.ts'
import { newMarker, requirementFields, type Fields } from './samples.ts'

const bots = 1_000
const botAddresses = 50
const people = 20
const atOnce = 10

type Post = { who: 'bot' | 'person'; kind: string; email: string; ip: string; fields: Fields }

test('of a thousand bot posts at most twenty get in, and of twenty people everybody', async ({ query }) => {
  test.setTimeout(300_000)
  const site = await startSite({
    port: await freePort(),
    databaseUrl: process.env.SITE_DATABASE_URL ?? '',
    env: { RATE_LIMITS: 'on', TRUST_PROXY: '1', WORKER: 'off' },
  })
  const marker = newMarker()
  const posts = await allPosts(site.url, marker)

  const answers = await inTurns(posts, (post) => send(site.url, post))
  await site.stop()

  const accepted = await query<{ email: string }>(
    `SELECT email FROM submission WHERE outcome = 'accepted' AND email LIKE $1`,
    [`%${marker}%`],
  )
  const letters = await query<{ to: string; count: string }>(
    `SELECT "to", count(*) FROM letter WHERE "to" LIKE $1 GROUP BY "to"`,
    [`%${marker}%`],
  )
  const isIn = new Set(accepted.map(({ email }) => email))
  const botsIn = posts.filter(({ who, email }) => who === 'bot' && isIn.has(email))
  const peopleIn = posts.filter(({ who, email }) => who === 'person' && isIn.has(email))
  const outcomes = await query<{ outcome: string; count: string }>(
    'SELECT outcome, count(*) FROM submission WHERE email LIKE $1 GROUP BY outcome ORDER BY outcome',
    [`%${marker}%`],
  )
  const mostLetters = Math.max(0, ...letters.map(({ count }) => Number(count)))
  console.log(
    `note: spam: ${peopleIn.length} of ${people} people and ${botsIn.length} of ${bots} bots got in ` +
      `(${botsIn.map(({ kind }) => kind).join(', ') || 'none'}); ` +
      `${answers.filter((status) => status === 429).length} told to wait; ` +
      `${outcomes.map(({ outcome, count }) => `${count} ${outcome}`).join(', ')}; ` +
      `${letters.length} addresses got letters, at most ${mostLetters} each`,
  )

  expect(peopleIn).toHaveLength(people)
  expect(botsIn.length).toBeLessThanOrEqual(20)
  expect(letters.filter(({ to }) => !isIn.has(to))).toEqual([])
  expect(mostLetters).toBeLessThanOrEqual(3)
  expect(answers.filter((status) => status >= 500)).toEqual([])
})

async function allPosts(siteUrl: string, marker: string): Promise<Post[]> {
  const opened = await openForm(siteUrl)
  const ofBots = Array.from({ length: bots }, (_, index) => botPost(index, marker, opened))
  // A person opens the page themselves and takes their time; every fiftieth post is theirs.
  const ofPeople = Array.from({ length: people }, (_, index) => personPost(index, marker, opened))
  return ofBots.flatMap((post, index) => {
    const person = index % 50 === 25 ? ofPeople[Math.floor(index / 50)] : undefined
    return person ? [post, person] : [post]
  })
}

/** What a page carried that was opened long enough ago to be filled in by a person. */
async function openForm(siteUrl: string) {
  const page = await (await fetch(`${siteUrl}/start`)).text()
  const stamp = /name="opened" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return { early: process.env.FORM_STAMP ?? '', now: stamp, trap: `website_${stamp.split('.')[1]}` }
}

type Opened = Awaited<ReturnType<typeof openForm>>

/** Seven kinds of programs, in turn. */
function botPost(index: number, marker: string, opened: Opened): Post {
  const kind = kinds[index % kinds.length] ?? 'fills-all'
  const email = `bot${index}@${kind === 'disposable' ? `${marker}.mailinator.com` : `${marker}.example`}`
  const ip = `198.51.100.${index % botAddresses}`
  const fields = requirementFields(marker, { email, ...written[kind](index, opened) })
  return { who: 'bot', kind, email, ip, fields }
}

const kinds = ['fills-all', 'no-form', 'links', 'same-words', 'random', 'disposable', 'seller'] as const

const pitch =
  'Dear hiring team, our agency has a bench of strong people ready for you at the very best conditions, answer today.'

const written: Record<(typeof kinds)[number], (index: number, opened: Opened) => Fields> = {
  'fills-all': (_, { now, trap }) => ({ opened: now, [trap]: 'https://evil.example', message: 'Nice site' }),
  'no-form': (index) => ({ opened: '', message: `Offer number ${index}` }),
  links: (index, { now }) => ({
    opened: now,
    message: `Look: https://a${index}.example https://b.example https://c.example https://d.example`,
  }),
  'same-words': (index, { early }) => ({ opened: early, message: `${pitch} (${index})` }),
  random: (_, { early }) => ({ opened: early, name: randomWord(14), message: randomWords() }),
  disposable: (index, { early }) => ({ opened: early, message: `We would like ${index % 9} people soon.` }),
  seller: (_, { early }) => ({
    opened: early,
    message: 'I came across your website. We increase your traffic with high domain authority backlinks.',
  }),
}

function randomWord(length: number): string {
  return Array.from(randomUUID().repeat(2).replaceAll('-', ''), (digit) => letterFor(digit))
    .slice(0, length)
    .join('')
}

/** Consonants and vowels as they come, none of it a word. */
function letterFor(digit: string): string {
  return 'xqzjvkwbfphmgtdc'[Number.parseInt(digit, 16)] ?? 'x'
}

function randomWords(): string {
  return Array.from({ length: 6 }, () => randomWord(9)).join(' ')
}

const wishes = [
  'We rebuild our ordering service and miss two people who know event-driven systems well.',
  'Our data team needs help with a pipeline that is late every second morning.',
  'A small shop with a big catalogue; the search is slow and nobody here has time for it.',
  'We take over an application from an agency and want somebody who reads before rewriting.',
  'Hello, we have an app in React Native with 40,000 users. See https://shop.example for what it does.',
]

/** Twenty people of twenty companies, each from an address of their own. */
function personPost(index: number, marker: string, { early }: Opened): Post {
  const email = `person${index}@client${index}.${marker}.example`
  const message = `${wishes[index % wishes.length]} ${endings[Math.floor(index / wishes.length)]}`
  const name = ['Anne-Marie Dupont', 'José da Silva', 'Nguyễn Thị Hoa', 'Krzysztof Brzęk'][index % 4] ?? 'Ann'
  const fields = requirementFields(marker, { email, name, message, opened: early })
  return { who: 'person', kind: 'person', email, ip: `203.0.113.${index}`, fields }
}

const endings = [
  'We would begin in March.',
  'Half a year at least, longer if it goes well.',
  'Our own people sit in Hamburg.',
  'There is a budget for it.',
]

async function send(siteUrl: string, { ip, fields }: Post): Promise<number> {
  const answer = await fetch(`${siteUrl}/start`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: siteUrl, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip },
    body: new URLSearchParams(fields),
  })
  return answer.status
}

async function inTurns<Thing, Result>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < things.length; from += atOnce) {
    results.push(...(await Promise.all(things.slice(from, from + atOnce).map(act))))
  }
  return results
}
