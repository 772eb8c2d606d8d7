/** Where a type as it is saved and as somebody typed it say different things, in the words of its form. */
import { meetingLimits } from '#app/calendars/limit-columns.ts'
import { differencesOf, type Difference } from '#app/ui/meanwhile.ts'
import type { HostChoice } from './find-type.server.ts'
import type { HostTyped, TypeTyped } from './typed-type.ts'

const labels = {
  name: 'Name',
  slug: 'Address',
  description: 'Description',
  active: 'Offered to visitors',
  minutes: 'Length',
  stepMinutes: 'Starts every',
  bufferBeforeMinutes: 'Kept free before',
  bufferAfterMinutes: 'Kept free after',
  notice: 'Notice',
  cutoff: 'Changes until',
  windowKind: 'How far ahead',
  windowDays: 'Days ahead',
  windowFrom: 'First date',
  windowUntil: 'Last date',
  ...Object.fromEntries(meetingLimits.map(({ column, label }) => [column, label])),
  place: 'How we meet',
  videoLink: 'Link of the video call',
  address: 'Where we meet',
  followUp: 'Letter afterwards',
}

export function typeDifferences(
  saved: TypeTyped,
  typed: TypeTyped,
  hosts: readonly HostChoice[],
): Difference[] {
  const held = Object.fromEntries(hosts.map(({ id, name }) => [id, `Held by ${name}`]))
  return [
    ...differencesOf(labels, inWords(saved), inWords(typed)),
    ...differencesOf(held, sharesOf(saved.hosts, hosts), sharesOf(typed.hosts, hosts)),
  ]
}

function inWords({ text }: TypeTyped): Record<string, string> {
  return {
    ...text,
    active: text.active ? 'Yes' : 'No',
    followUp: text.followUp ? 'Yes' : 'No',
    notice: `${text.notice ?? ''} ${text.noticeUnit ?? ''}`,
    cutoff: `${text.cutoff ?? ''} ${text.cutoffUnit ?? ''}`,
    windowKind: wordsOf(windows, text.windowKind),
    place: wordsOf(places, text.place),
  }
}

function sharesOf(typed: readonly HostTyped[], hosts: readonly HostChoice[]): Record<string, string> {
  const schedules = hosts.flatMap((host) => host.schedules)
  return Object.fromEntries(
    typed
      .filter(({ on }) => on !== '')
      .map(({ id, rank, weight, schedule }) => {
        const hours = schedules.find((each) => each.id === schedule)?.name ?? 'default hours'
        return [id, `Rank ${rank}, share ${weight}, ${hours}`]
      }),
  )
}

const windows = {
  days: 'Some days from today',
  business_days: 'Some business days from today',
  dates: 'Between two dates',
}
const places = {
  usual: 'As usual',
  video: 'Video call with a link of its own',
  phone: 'Telephone',
  address: 'At an address',
}

function wordsOf(words: Readonly<Record<string, string>>, name = ''): string {
  return words[name] ?? name
}
