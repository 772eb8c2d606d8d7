import { ButtonLink } from '#app/ui/button.tsx'

/** The long door: more questions, so that the first call can be about people instead of facts. */
export function LongDoor({ stepsHref, pasteHref }: { stepsHref: string; pasteHref: string }) {
  return (
    <section className="door" aria-labelledby="long-way">
      <h2 id="long-way">Or step by step</h2>
      <p>
        Four short pages: whom you need, what they will work on, on which terms, and whom we answer. We can
        then suggest people in our first answer. You can stop at any page and finish later.
      </p>
      <div className="btn-row">
        <ButtonLink href={stepsHref}>Answer step by step</ButtonLink>
        <a className="way-out" href={pasteHref}>
          Fill it in from a description
        </a>
      </div>
    </section>
  )
}
