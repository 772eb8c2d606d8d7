/**
 * The lines of a calendar file that say when something is, sorted into events and time zones. Titles, guests and notes
 * are not even looked at; what is malformed in one event cannot spoil the next.
 */
import { refused, type Outcome } from '#app/ops/outcome.ts'

/** Each event and zone as its lines, from BEGIN to END. */
export type FeedLines = { events: string[][]; zones: string[][] }
export type NoCalendar = 'web-page' | 'no-calendar' | 'incomplete'

const wanted = {
  VEVENT: /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP)[;:]/i,
  VTIMEZONE: /^(TZID|DTSTART|RRULE|RDATE|TZOFFSETFROM|TZOFFSETTO)[;:]/i,
}
type Kind = keyof typeof wanted

/** Whatever line ends the file has; a line that begins with a space goes on from the one before. */
export function linesIn(text: string): Outcome<FeedLines, NoCalendar> {
  const lines = text
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')
  const written = lines.filter((line) => line.trim() !== '')
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/i.test(written[0] ?? '')) {
    return refused(/^\s*</.test(text) ? 'web-page' : 'no-calendar')
  }
  if (!/^END:VCALENDAR\s*$/i.test(written.at(-1) ?? '')) return refused('incomplete')
  return { ok: true, value: sorted(written) }
}

function sorted(lines: readonly string[]): FeedLines {
  const found: FeedLines = { events: [], zones: [] }
  let block: { kind: Kind; lines: string[] } | null = null
  // Inside an event, parts of their own such as alarms.
  let inner = 0

  for (const line of lines) {
    const [, edge, name = ''] = /^(BEGIN|END):([\w-]+)\s*$/i.exec(line) ?? []
    const kind = kindOf(name)
    if (edge?.toUpperCase() === 'BEGIN' && kind) {
      block = { kind, lines: [line] }
      inner = 0
    } else if (!block) {
      continue
    } else if (edge?.toUpperCase() === 'END' && kind === block.kind) {
      block.lines.push(line)
      found[kind === 'VEVENT' ? 'events' : 'zones'].push(block.lines)
      block = null
    } else if (edge) {
      inner += edge.toUpperCase() === 'BEGIN' ? 1 : -1
      if (block.kind === 'VTIMEZONE') block.lines.push(line)
    } else if (wanted[block.kind].test(line) && (inner === 0 || block.kind === 'VTIMEZONE')) {
      block.lines.push(line)
    }
  }
  return found
}

function kindOf(name: string): Kind | null {
  const upper = name.toUpperCase()
  return upper === 'VEVENT' || upper === 'VTIMEZONE' ? upper : null
}
