/** Text rendered from the project's own markdown. Never give it what a visitor typed: it is not escaped. */
export function Prose({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
