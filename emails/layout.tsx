import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from '@react-email/components'
import { createContext, useContext, type ReactNode } from 'react'
import type { Firm } from './letter.ts'
import { fonts, light, styleSheet } from './look.ts'

/** Where whoever wants no more letters of its kind says so; null for those that answer somebody. */
export const DeclineUrl = createContext<string | null>(null)

/** The sheet that every letter is written on. `preview` is what a list of mails shows beside the subject. */
export function Layout(props: {
  firm: Firm
  preview: string
  title: string
  children: ReactNode
  why: ReactNode
}) {
  return (
    <Html lang="en-GB">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </Head>
      <Body className="paper" style={styles.paper}>
        <Preview>{props.preview}</Preview>
        <Container className="page" style={styles.page}>
          <FirmName firm={props.firm} />
          <Heading as="h1" className="ink" style={styles.title}>
            {props.title}
          </Heading>
          {props.children}
          <Section className="line" style={styles.foot}>
            <Text className="soft" style={styles.small}>
              {props.why}
            </Text>
            <Decline />
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

function Decline() {
  const url = useContext(DeclineUrl)
  if (!url) return null
  return (
    <Text className="soft" style={styles.small}>
      You would rather not have reminders and the like?{' '}
      <SmallLink href={url}>Stop letters of this kind</SmallLink>
    </Text>
  )
}

function FirmName({ firm }: { firm: Firm }) {
  return (
    <Section className="line" style={styles.head}>
      <Link href={firm.home} className="ink" style={styles.firm}>
        {firm.name}
      </Link>
    </Section>
  )
}

/** Why a visitor is written to, what to do if it was somebody else, and where their data is explained. */
export function WhyVisitor({ firm, because, ifNot }: { firm: Firm; because: string; ifNot: string }) {
  return (
    <>
      {firm.name} writes to you because {because} {ifNot}{' '}
      <SmallLink href={firm.privacy}>How we handle your data</SmallLink>
    </>
  )
}

export function WhyStaff({ firm }: { firm: Firm }) {
  return <>This notice holds what a visitor typed. It is for {firm.name} only: do not forward it outside.</>
}

export function WhyAccount({ firm }: { firm: Firm }) {
  return <>{firm.name} writes to you because you have an account at its desk.</>
}

export function WhyNotified({ firm, switchesUrl }: { firm: Firm; switchesUrl: string }) {
  return (
    <>
      {firm.name} writes to you because you work at its desk. It may hold what a visitor typed: do not forward
      it outside. <SmallLink href={switchesUrl}>Choose what is mailed to you</SmallLink>
    </>
  )
}

function SmallLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="soft" style={styles.smallLink}>
      {children}
    </Link>
  )
}

const styles = {
  paper: { margin: 0, padding: 0, backgroundColor: light.paper, fontFamily: fonts.text },
  page: { width: '100%', maxWidth: '600px', padding: '32px 32px 40px', boxSizing: 'border-box' },
  head: { borderBottom: `1px solid ${light.hair}`, paddingBottom: '16px' },
  firm: { color: light.ink, fontFamily: fonts.display, fontSize: '20px', textDecoration: 'none' },
  title: {
    margin: '36px 0 20px',
    color: light.ink,
    fontFamily: fonts.display,
    fontSize: '32px',
    fontWeight: 400,
    lineHeight: '37px',
    letterSpacing: '-0.4px',
  },
  foot: { marginTop: '44px', borderTop: `1px solid ${light.hair}`, paddingTop: '8px' },
  small: { color: light.soft, fontSize: '14px', lineHeight: '21px' },
  smallLink: { color: light.soft, textDecoration: 'underline' },
} as const
