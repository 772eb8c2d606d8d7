/** Where a calendar's settings as they are saved and as somebody typed them say different things. */
import { differencesOf, type Difference } from '#app/ui/meanwhile.ts'
import { meetingLimits, minuteLimits } from '../limit-columns.ts'
import type { SettingsChoices, SettingsTyped } from './settings-form.tsx'

const labels = {
  name: 'Name',
  timeZone: 'Time zone',
  country: 'Public holidays of',
  state: 'State or region',
  ...Object.fromEntries(
    meetingLimits.map(({ column, label }) => [column, `Meetings ${label.toLowerCase()}`]),
  ),
  ...Object.fromEntries(minuteLimits.map(({ column, label }) => [column, `Minutes ${label.toLowerCase()}`])),
}
const officeLabels = { staff: 'Who holds it', active: 'Can be booked' }

export function settingsDifferences(
  saved: SettingsTyped,
  typed: SettingsTyped,
  { zones, countries, states, holders }: SettingsChoices,
): Difference[] {
  const inWords = (settings: SettingsTyped) => ({
    ...settings,
    timeZone: labelOf(zones, settings.timeZone),
    country: labelOf(countries, settings.country),
    state: labelOf(states, settings.state),
    staff: labelOf(holders ?? [], settings.staff),
    active: settings.active === 'yes' ? 'Yes' : 'No',
  })
  return differencesOf({ ...labels, ...(holders && officeLabels) }, inWords(saved), inWords(typed))
}

function labelOf(choices: readonly { value: string; label: string }[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value
}
