import { z } from 'zod'
import { line } from '#app/ops/text.ts'
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import { isRegion } from '../holidays.server.ts'
import { calendarName, calendarZone, limitFields, staffChoice } from './calendar-fields.ts'
import type { WholeCalendar } from './find-calendar.server.ts'
import { meetingLimits, minuteLimits } from '../limit-columns.ts'
import type { LimitColumn, SettingsTyped } from './settings-form.tsx'

export const settingsSchema = z
  .object({
    name: calendarName,
    timeZone: calendarZone,
    country: line(10).refine((code) => code === '' || isRegion(code), 'Choose a country from the list.'),
    state: line(20),
    ...limitFields,
    staff: staffChoice,
    active: z.enum(['yes', 'no'], 'Choose yes or no.').optional(),
  })
  .transform(({ country, state, staff, active, ...settings }) => ({
    settings: { ...settings, region: regionOf(country, state) },
    office: active && { staffId: staff, active: active === 'yes' },
  }))

/** A state that was shown for another country than the one chosen now falls away with it. */
function regionOf(country: string, state: string): string | null {
  if (country === '') return null
  return state.startsWith(`${country}-`) && isRegion(state) ? state : country
}

function limitsTyped(text: (column: LimitColumn) => string) {
  const columns = [...meetingLimits, ...minuteLimits].map(({ column }) => [column, text(column)])
  return Object.fromEntries(columns) as Record<LimitColumn, string>
}

/** The form's fields as the calendar has them now. */
export function settingsOf(host: WholeCalendar): SettingsTyped {
  const region = host.region ?? ''
  return {
    name: host.name,
    timeZone: host.timeZone,
    country: region.slice(0, 2),
    state: region.length > 2 ? region : '',
    ...limitsTyped((column) => host[column]?.toString() ?? ''),
    staff: host.staffId ?? '',
    active: host.active ? 'yes' : 'no',
  }
}

export function typedSettings(typed: Typed): SettingsTyped {
  const text = (name: keyof SettingsTyped) => typedText(typed, name)
  return {
    name: text('name'),
    timeZone: text('timeZone'),
    country: text('country'),
    state: text('state'),
    ...limitsTyped(text),
    staff: text('staff'),
    active: text('active'),
  }
}
