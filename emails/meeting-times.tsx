import { Section, Text } from '@react-email/components'
import type { MeetingTime } from './letter.ts'
import { fonts, light } from './look.ts'

/** The reader's time, large, and below it what the other side's clock shows then. */
export function MeetingTimes(props: {
  when: MeetingTime
  other: { whose: string; when: MeetingTime }
  isCancelled?: boolean
}) {
  const { when, other, isCancelled } = props
  return (
    <Section className="rule" style={styles.times}>
      <Text className="ink time" style={isCancelled ? styles.struckTime : styles.time}>
        {when.time}–{when.until}
      </Text>
      <Text className="ink" style={styles.date}>
        {when.date}
        <br />
        <span className="soft" style={styles.zone}>
          {sayZoneAndOffset(when)}
        </span>
      </Text>
      <Text className="soft line" style={styles.other}>
        {other.whose}: {other.when.time}–{other.when.until}
        {other.when.date === when.date ? '' : `, ${other.when.date}`}, {sayZoneAndOffset(other.when)}
      </Text>
    </Section>
  )
}

/** `'Berlin time, UTC+1'`; UTC has no offset to name. */
function sayZoneAndOffset({ zone, offset }: MeetingTime): string {
  return zone.startsWith('UTC') ? zone : `${zone}, ${offset}`
}

const time = {
  margin: '0 0 8px',
  color: light.ink,
  fontFamily: fonts.mono,
  fontSize: '44px',
  fontWeight: 500,
  lineHeight: '1.15',
  letterSpacing: '-1.5px',
} as const

const styles = {
  times: { margin: '26px 0', borderTop: `2px solid ${light.ink}`, paddingTop: '14px' },
  time,
  struckTime: { ...time, textDecoration: 'line-through', textDecorationThickness: '2px' },
  date: {
    margin: '0 0 14px',
    color: light.ink,
    fontFamily: fonts.display,
    fontSize: '21px',
    lineHeight: '29px',
  },
  zone: { color: light.soft, fontFamily: fonts.text, fontSize: '16px' },
  other: {
    margin: 0,
    borderTop: `1px solid ${light.hair}`,
    paddingTop: '11px',
    color: light.soft,
    fontSize: '15px',
    lineHeight: '23px',
  },
} as const
