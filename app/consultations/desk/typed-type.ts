/** The fields of a type's form: as they stand in it, from the row or from what was typed before it came back. */
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import type { ConsultationType } from '#app/prisma/client.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import { inLargestUnit } from './amounts.ts'

const fields = [
  ...['name', 'slug', 'description', 'minutes', 'stepMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes'],
  ...[
    'notice',
    'noticeUnit',
    'cutoff',
    'cutoffUnit',
    'windowKind',
    'windowDays',
    'windowFrom',
    'windowUntil',
  ],
  ...[
    'dailyLimit',
    'weeklyLimit',
    'monthlyLimit',
    'yearlyLimit',
    'place',
    'videoLink',
    'address',
    'followUp',
    'active',
  ],
] as const

export type TypeTyped = { text: Record<string, string>; hosts: HostTyped[] }
export type HostTyped = { id: string; on: string; rank: string; weight: string; schedule: string }

type StoredType = Omit<ConsultationType, 'version'> & {
  hosts: readonly { hostId: string; rank: number; weight: number; scheduleId: string | null }[]
}

/** What a new type begins with: that of the first one. */
export const newType: TypeTyped = {
  text: {
    ...{ minutes: '30', stepMinutes: '30', bufferBeforeMinutes: '0', bufferAfterMinutes: '0' },
    ...{ notice: '4', noticeUnit: 'hours', cutoff: '4', cutoffUnit: 'hours' },
    ...{ windowKind: 'days', windowDays: '30', place: 'usual', followUp: 'on', active: 'on' },
  },
  hosts: [],
}

export function typedFromRow(type: StoredType): TypeTyped {
  const notice = inLargestUnit(type.noticeMinutes)
  const cutoff = inLargestUnit(type.cutoffMinutes)
  const columns = {
    ...type,
    notice: notice.amount,
    noticeUnit: notice.unit,
    cutoff: cutoff.amount,
    cutoffUnit: cutoff.unit,
    windowFrom: type.windowFrom ? calendarDate(type.windowFrom) : undefined,
    windowUntil: type.windowUntil ? calendarDate(type.windowUntil) : undefined,
    videoLink: type.place === 'video' ? type.placeDetail : '',
    address: type.place === 'address' ? type.placeDetail : '',
    followUp: type.followUp ? 'on' : '',
    active: type.active ? 'on' : '',
  }
  return {
    text: Object.fromEntries(fields.map((name) => [name, String(Reflect.get(columns, name) ?? '')])),
    hosts: type.hosts.map(({ hostId, rank, weight, scheduleId }) => ({
      id: hostId,
      on: 'on',
      rank: String(rank),
      weight: String(weight),
      schedule: scheduleId ?? '',
    })),
  }
}

export function typedFromForm(values: Typed): TypeTyped {
  const hosts = Array.isArray(values.hosts) ? values.hosts : []
  return {
    text: Object.fromEntries(fields.map((name) => [name, typedText(values, name)])),
    hosts: Array.from(hosts, (host) => ({
      id: typedText(host, 'id'),
      on: typedText(host, 'on'),
      rank: typedText(host, 'rank'),
      weight: typedText(host, 'weight'),
      schedule: typedText(host, 'schedule'),
    })),
  }
}
