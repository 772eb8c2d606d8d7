import { expect, test } from 'vitest'
import { typeSchema } from './type-schema.ts'
import { newType, typedFromRow } from './typed-type.ts'

const host = '01900000-0000-7000-8000-000000000001'
const hours = '01900000-0000-7000-8000-000000000002'

function read(about: Record<string, unknown> = {}) {
  return typeSchema.safeParse({ ...newType.text, name: 'Architecture review', ...about })
}

function settings(about: Record<string, unknown> = {}) {
  return read(about).data
}

/** The messages under the names of their fields. */
function problems(about: Record<string, unknown>) {
  const issues = read(about).error?.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
}

test('a new type needs a name only: its address is made from it', () => {
  expect(settings()).toMatchObject({
    name: 'Architecture review',
    slug: 'architecture-review',
    minutes: 30,
    noticeMinutes: 240,
    cutoffMinutes: 240,
    windowKind: 'days',
    windowDays: 30,
    dailyLimit: null,
    place: 'usual',
    placeDetail: '',
    followUp: true,
    active: true,
    hosts: [],
  })
})

test('everything that is wrong is said at once, each at its field', () => {
  const found = problems({ name: '', minutes: '4', notice: 'soon', windowDays: '366', dailyLimit: '0' })

  expect(found).toEqual({
    name: 'Enter a name: what visitors choose by.',
    minutes: 'Write a whole number of minutes from 5 to 480.',
    notice: 'Write a whole number, and no more than 30 days in all.',
    windowDays: 'Write a whole number of days from 1 to 365.',
    dailyLimit: 'Write a whole number from 1 to 99, or leave it empty.',
  })
})

test.each([
  ['minutes', '5', '480', '481'],
  ['stepMinutes', '5', '1440', '1441'],
  ['bufferBeforeMinutes', '0', '240', '241'],
  ['bufferAfterMinutes', '0', '240', '241'],
])('%s takes what the table takes', (field, least, most, more) => {
  expect(read({ [field]: least }).success).toBe(true)
  expect(read({ [field]: most }).success).toBe(true)
  expect(problems({ [field]: more })).toHaveProperty([field])
  expect(problems({ [field]: '7.5' })).toHaveProperty([field])
  expect(problems({ [field]: '-5' })).toHaveProperty([field])
})

test('a notice is read with its unit, up to thirty days', () => {
  expect(settings({ notice: '2', noticeUnit: 'days' })).toMatchObject({ noticeMinutes: 2880 })
  expect(settings({ notice: '90', noticeUnit: 'minutes' })).toMatchObject({ noticeMinutes: 90 })
  expect(settings({ notice: '30', noticeUnit: 'days' })).toMatchObject({ noticeMinutes: 43_200 })
  expect(problems({ notice: '31', noticeUnit: 'days' })).toHaveProperty('notice')
  expect(problems({ notice: '1', noticeUnit: 'years' })).toHaveProperty('notice')
})

test('between two dates both are needed, in order; the days are forgotten', () => {
  const dates = { windowKind: 'dates', windowFrom: '2027-03-01', windowUntil: '2027-03-31' }

  expect(settings(dates)).toMatchObject({ windowDays: null, windowFrom: '2027-03-01' })
  expect(problems({ ...dates, windowFrom: '2027-02-30' })).toHaveProperty('windowFrom')
  expect(problems({ ...dates, windowUntil: '' })).toHaveProperty('windowUntil')
  expect(problems({ ...dates, windowUntil: '2027-02-01' })).toEqual({
    windowUntil: 'The last date must not lie before the first.',
  })
})

test.each([
  'http://meet.example/{id}',
  'https://meet.example/room',
  'https://meet.example/{id}/{id}',
  'https://{id}.example/',
  'https://meet.example/a room/{id}',
  '',
])('a video link without a safe place for the room is refused: %s', (videoLink) => {
  expect(problems({ place: 'video', videoLink })).toHaveProperty('videoLink')
})

test('only the detail of the chosen place counts', () => {
  const both = { videoLink: 'https://meet.example/{id}', address: 'MG Road 1' }

  expect(settings({ place: 'video', ...both })?.placeDetail).toBe('https://meet.example/{id}')
  expect(settings({ place: 'address', ...both })?.placeDetail).toBe('MG Road 1')
  expect(settings({ place: 'phone', ...both })?.placeDetail).toBe('')
  expect(problems({ place: 'address' })).toHaveProperty('address')
})

test.each(['new', 'links', 'hold', 'first call', '-call', 'ä', 'a/b'])(
  'an address that would not work is refused: %s',
  (slug) => {
    expect(problems({ slug })).toHaveProperty('slug')
  },
)

test('a name without a letter from a to z needs an address of its own', () => {
  expect(problems({ name: '相談' })).toHaveProperty('slug')
  expect(settings({ name: '相談', slug: 'Soudan' })?.slug).toBe('soudan')
})

test('only ticked hosts are taken, each with its share and hours', () => {
  const row = { id: host, on: 'on', rank: '2', weight: '3', schedule: hours }

  expect(settings({ hosts: [row] })?.hosts).toEqual([{ id: host, rank: 2, weight: 3, scheduleId: hours }])
  expect(settings({ hosts: [{ ...row, schedule: '' }] })?.hosts[0]?.scheduleId).toBeNull()
  expect(settings({ hosts: [{ ...row, on: '', weight: 'x' }] })?.hosts).toEqual([])
  expect(problems({ hosts: [{ ...row, weight: '0' }] })).toEqual({
    'hosts.0.weight': 'Write the share as a whole number from 1 to 100.',
  })
})

test('a type that is shown in its form and sent back is the same', () => {
  const row = {
    ...{ id: host, position: 0, name: 'Review', slug: 'review', description: 'Of a design.' },
    ...{ minutes: 45, stepMinutes: 15, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 },
    ...{ noticeMinutes: 90, cutoffMinutes: 1440, windowKind: 'dates' as const, windowDays: null },
    ...{ windowFrom: new Date('2027-03-01T00:00:00Z'), windowUntil: new Date('2027-03-31T00:00:00Z') },
    ...{
      dailyLimit: 2,
      weeklyLimit: null,
      monthlyLimit: 20,
      yearlyLimit: null,
      place: 'address' as const,
      placeDetail: 'MG Road 1',
      followUp: false,
      active: false,
    },
    hosts: [{ hostId: host, rank: 3, weight: 2, scheduleId: null }],
  }
  const { text, hosts } = typedFromRow(row)

  const { id: _id, position: _position, ...columns } = row
  expect(typeSchema.parse({ ...text, hosts })).toEqual({
    ...columns,
    windowFrom: '2027-03-01',
    windowUntil: '2027-03-31',
    hosts: [{ id: host, rank: 3, weight: 2, scheduleId: null }],
  })
})
