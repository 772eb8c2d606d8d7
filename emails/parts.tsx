import { Button, Heading, Link, Section, Text } from '@react-email/components'
import { Fragment, type ReactNode } from 'react'
import type { Answer } from './letter.ts'
import { fonts, light } from './look.ts'

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={styles.paragraph}>
      {children}
    </Text>
  )
}

export function Subtitle({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" className="ink" style={styles.subtitle}>
      {children}
    </Heading>
  )
}

/** The one thing to press. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={styles.action}>
      <Button href={href} className="button" style={styles.button}>
        {children}
      </Button>
    </Section>
  )
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link" style={styles.link}>
      {children}
    </Link>
  )
}

/** Labels and what stands beside them; below them on a narrow screen. */
export function Facts({ facts }: { facts: ReadonlyArray<Answer | { label: string; value: ReactNode }> }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={styles.facts}>
      <tbody>
        {facts.map(({ label, value }, index) => (
          // A label may be given twice, and facts never change places.
          <tr key={`${index} ${label}`}>
            <td className="soft line label" style={styles.label}>
              {label}
            </td>
            <td className="ink line value" style={styles.value}>
              {typeof value === 'string' ? <Lines text={value} /> : value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Text as it was typed, line by line, also where styles are not read. */
function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // Lines have no names and never change places.
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}

/** A place to meet that is a link can be pressed; a sentence is read. */
export function HowToMeet({ place }: { place: string }) {
  return place.startsWith('https://') ? <TextLink href={place}>{place}</TextLink> : <>{place}</>
}

const cell = { padding: '11px 0', borderTop: `1px solid ${light.hair}`, verticalAlign: 'top' } as const

const styles = {
  paragraph: { margin: '14px 0', color: light.ink, fontSize: '16px', lineHeight: '25px' },
  subtitle: {
    margin: '34px 0 4px',
    color: light.ink,
    fontFamily: fonts.display,
    fontSize: '20px',
    fontWeight: 400,
    lineHeight: '26px',
  },
  action: { margin: '26px 0' },
  button: {
    backgroundColor: light.signal,
    color: light.onSignal,
    borderRadius: '10px',
    padding: '14px 24px',
    fontSize: '16px',
    fontWeight: 600,
    lineHeight: '20px',
    textDecoration: 'none',
  },
  link: { color: light.signal, textDecoration: 'underline', overflowWrap: 'anywhere' },
  facts: { borderCollapse: 'collapse', borderBottom: 'none', margin: '18px 0' },
  label: {
    ...cell,
    width: '150px',
    paddingRight: '16px',
    color: light.soft,
    fontSize: '14px',
    lineHeight: '24px',
  },
  value: {
    ...cell,
    color: light.ink,
    fontSize: '16px',
    lineHeight: '24px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
} as const
