import { Section } from '#app/ui/section.tsx'

const surfaces = ['paper', 'sheet', 'tint', 'signal-wash', 'alert-wash', 'amber-wash']
const inks = ['ink', 'soft', 'signal', 'signal-deep', 'alert', 'amber', 'blue', 'violet']
const lines = ['hair', 'edge', 'dots']
const spaces = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']
const steps = ['step--1', 'step-0', 'step-1', 'step-2', 'step-3', 'step-4']

/** Colours, type and space as `ui/styles/tokens.css` names them. */
export function Foundations() {
  return (
    <>
      <Section id="colours" heading="Colours" aside="The signal is for what can be pressed or is live.">
        <Swatches heading="Surfaces" names={surfaces} />
        <Swatches heading="Inks and states" names={inks} />
        <Swatches heading="Lines" names={lines} />
      </Section>
      <Section
        id="type"
        heading="Type"
        aside="One display face; text in the system's own; figures in columns."
      >
        <h1>Heading one</h1>
        <h2>Heading two</h2>
        <h3>Heading three</h3>
        <h4>Heading four</h4>
        <p className="lede">The sentence under a heading, which says what the page is for.</p>
        <p>
          Text with <a href="#type">a link</a>, <strong>something strong</strong>, <code>code</code> and{' '}
          <mark>a word that was looked for</mark>. No line is longer than sixty-six characters.
        </p>
        <p className="label">A label, in the monospace</p>
        <p className="num">0123456789 in columns</p>
        <ul className="plain-list">
          {steps.map((step) => (
            <li key={step}>
              <code>--{step}</code>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="space" heading="Space" aside="A grid of four pixels.">
        {spaces.map((name) => (
          <div key={name} className="swatch-row">
            <svg width="64" height="16" aria-hidden="true">
              <rect height="16" className={`space-${name}`} />
            </svg>
            <code>--{name}</code>
          </div>
        ))}
      </Section>
    </>
  )
}

function Swatches({ heading, names }: { heading: string; names: readonly string[] }) {
  return (
    <>
      <h3>{heading}</h3>
      <div className="swatches">
        {names.map((name) => (
          <div key={name} className="swatch-row">
            <svg width="64" height="40" aria-hidden="true">
              <rect
                x="0.5"
                y="0.5"
                width="63"
                height="39"
                rx="8"
                fill={`var(--${name})`}
                stroke="var(--edge)"
              />
            </svg>
            <code>--{name}</code>
          </div>
        ))}
      </div>
    </>
  )
}
