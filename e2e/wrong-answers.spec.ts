import { expect, test } from './fixtures.ts'
import { escaped } from './html.ts'
import {
  bookingFields,
  newMarker,
  officeTime,
  post,
  requirementFields,
  stepFieldsOf,
  traces,
  type Fields,
} from './samples.ts'

/** One field made wrong, and words of the message that must then stand at it. */
type Wrong = [field: string, typed: string, message: string]

const long = (length: number) => 'x'.repeat(length)
const bidi = 'Ann \u202Egpj.exe'
const unprintable = 'contains characters that cannot be shown'

const wrongAboutPeople: Wrong[] = [
  ['name', '', 'Enter your name.'],
  ['name', long(81), 'Use 80 characters or fewer.'],
  ['name', 'Win at https://evil.test', 'Enter a name without links'],
  ['name', 'Ann\u0000Example', unprintable],
  ['name', bidi, unprintable],
  ['name', 'Ann\r\nBcc: eve@evil.test', unprintable],
  ['email', '', 'Enter your e-mail address.'],
  ['email', 'ann', 'Enter an e-mail address like'],
  ['email', 'ann@acme.example, eve@evil.test', 'Enter an e-mail address like'],
  ['email', '"ann eve@evil.test"@acme.example', 'Enter an e-mail address like'],
  ['email', 'ann@acme.example\u0000', unprintable],
  ['email', `${long(250)}@acme.example`, 'Use 254 characters or fewer.'],
  ['company', long(121), 'Use 120 characters or fewer.'],
  ['company', 'Acme\u0000', unprintable],
  ['message', long(4001), 'Use 4000 characters or fewer.'],
  ['message', 'Hello\u0000there', unprintable],
  ['message', 'Hello \u2066there', unprintable],
]

const wrongInQuickForm: Wrong[] = [
  ...wrongAboutPeople.filter(([field]) => field !== 'company'),
  ['message', '', 'Tell us what you need.'],
  ['message', ' \u200B', 'Tell us what you need.'],
]

const wrongInContact: Wrong[] = [
  ...wrongAboutPeople.filter(([field]) => field !== 'message'),
  ['company', '', 'Enter the name of your company.'],
  ['contactBy', 'pigeon', 'Choose how we should answer.'],
  ['companySize', 'huge', 'Choose the size of your company.'],
  ['country', 'XX', 'Choose a country from the list.'],
  ['heardFrom', 'nobody', 'Choose how you heard of us.'],
]

const wrongInRoles: Wrong[] = [
  ['roles[0].role', 'wizard', 'Choose a role from the list.'],
  ['roles[0].role', '../../etc/passwd', 'Choose a role from the list.'],
  ['roles[0].count', '1e9', 'Choose how many people you need.'],
  ['roles[0].seniority', 'god', 'Choose how experienced they should be.'],
  ['roles[0].role', '', 'Choose a role.'],
]

const wrongInWork: Wrong[] = [
  ['stage', 'ruin', 'Choose where the work stands.'],
  ['readiness', 'perfect', 'Choose how clear it is what you need.'],
  ['message', long(4001), 'Use 4000 characters or fewer.'],
  ['message', 'Hello \u2066there', unprintable],
  ['niceSkills', long(61), 'Put a comma between skills.'],
  ['skills', 'SQL\u0000', unprintable],
  ['skills', long(61), 'Put a comma between skills.'],
  ['skills', Array.from({ length: 13 }, (_, index) => `skill${index}`).join(', '), 'Name at most 12 skills'],
  ['skills', Array.from({ length: 11 }, () => long(59)).join(', '), 'Use 600 characters or fewer.'],
]

const wrongInTerms: Wrong[] = [
  ['start', 'yesterday', 'Choose when they should start.'],
  ['duration', '', 'Choose for how long you need them.'],
  ['engagement', 'barter', 'Choose how you would like to engage them.'],
  ['overlap', '25h', 'Choose how many working hours you want to share.'],
  ['timeZone', '', 'Choose your time zone.'],
  ['timeZone', 'Mars/Olympus', 'Choose a time zone from the list.'],
]

const wrongInBooking: Wrong[] = [
  ...wrongAboutPeople,
  ['phone', 'call me', 'Enter a telephone number like'],
  ['phone', '1'.repeat(41), 'Use 40 characters or fewer.'],
]

test('each answer that a requirement cannot have is named at its field, and what was typed is kept', async ({
  query,
}) => {
  const marker = newMarker()

  const quick = await refusals(wrongInQuickForm, (change) =>
    post('/start', requirementFields(marker, change)),
  )
  const steps = { roles: wrongInRoles, work: wrongInWork, terms: wrongInTerms, contact: wrongInContact }
  const long: string[] = []
  for (const [step, wrong] of Object.entries(steps)) {
    const send = (change: Fields) => post(`/start/${step}`, stepFieldsOf(marker, change)[step] ?? {})
    long.push(...(await refusals(wrong, send)))
  }

  expect([...quick, ...long]).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('each answer that a booking cannot have is named at its field, and what was typed is kept', async ({
  query,
}) => {
  const marker = newMarker()
  const page = `/book?slot=${officeTime(0, '08:00')}`

  const wrong = await refusals(wrongInBooking, (change) => post(page, bookingFields(marker, change)))

  expect(wrong).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('what a form carries unseen is refused in words as well', async ({ query }) => {
  const marker = newMarker()
  const page = `/book?slot=${officeTime(0, '08:00')}`
  const unseen: Wrong[] = [
    ['start', 'tomorrow', 'Choose a time from the calendar.'],
    ['start', '2027-02-30T10:00:00Z', 'Choose a time from the calendar.'],
    ['start', '+275760-09-13T00:00:00Z', 'Choose a time from the calendar.'],
    ['timeZone', 'Mars/Olympus', 'Choose a time zone from the list.'],
    ['timeZone', '+05:30', 'Choose a time zone from the list.'],
    ['timeZone', 'Etc/../../passwd', 'Choose a time zone from the list.'],
    ['timeZone', 'America/New_York\r\nX: 1', 'Choose a time zone from the list.'],
    ['timeZone', long(10_000), 'Choose a time zone from the list.'],
    ['idempotencyKey', 'short', 'Use 8 characters or more.'],
    ['idempotencyKey', long(256), 'Use 255 characters or fewer.'],
    ['idempotencyKey', 'with a\u0000NUL in it', 'Use printable characters'],
    ['type', 'no such type!', 'Choose one that is offered.'],
    ['host', long(61), 'Choose one that is offered.'],
  ]

  const silent: string[] = []
  for (const [field, typed, message] of unseen) {
    const answer = await post(page, bookingFields(marker, { [field]: typed }))
    const told = (await answer.text()).includes(message)
    if (answer.status !== 422 || !told)
      silent.push(`${field} ${typed.slice(0, 40)}: ${answer.status}, ${told}`)
  }
  const stale = await post('/start', requirementFields(marker, { notice: '1999-01-01' }))
  const unkeyed = await post('/start', requirementFields(marker, { idempotencyKey: 'mine' }))

  expect(silent).toEqual([])
  expect(await stale.text()).toContain('The privacy notice has changed since this page was opened.')
  expect(await unkeyed.text()).toContain('Reload the page and send the form again.')
  expect(await traces(query, marker)).toBe(0)
})

/** Sends each wrong answer; lists those that were not refused at their field, or lost what was typed. */
async function refusals(wrong: Wrong[], sendWith: (change: Fields) => Promise<Response>): Promise<string[]> {
  const missed: string[] = []
  for (const [field, typed, message] of wrong) {
    const answer = await sendWith({ [field]: typed })
    const html = await answer.text()
    const name = `${field} = ${JSON.stringify(typed.slice(0, 40))}`
    const said = html.split(`id="${field}-error"`)[1]?.split('</p>')[0] ?? ''
    if (answer.status !== 422) missed.push(`${name}: ${answer.status}`)
    else if (!said.includes(message)) missed.push(`${name} says ${said.slice(0, 200)}`)
    else if (isShownAgain(field) && !html.includes(escaped(shown(typed))))
      missed.push(`${name} is not shown again`)
  }
  return missed
}

/** No page can hold a NUL, so none is sent back: HTML knows no way to write one. */
function shown(typed: string): string {
  return typed.replaceAll('\0', '')
}

/** A list shows only what can be chosen from it. */
function isShownAgain(field: string): boolean {
  return !/^roles|^start$|^duration$|^engagement$|^overlap$|^stage$|^readiness$|^timeZone$|^contactBy$|^companySize$|^country$|^heardFrom$/.test(
    field,
  )
}
