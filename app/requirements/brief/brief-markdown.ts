/** The brief for a document or a ticket. What was typed is text there too: it makes no heading, link or picture. */
export function asMarkdown(brief: {
  reference: string
  title: string
  answers: readonly { label: string; value: string }[]
}): string {
  const parts = brief.answers.map(({ label, value }) => `## ${label}\n\n${asText(value)}`)
  return `# ${asText(brief.title)}\n\nBrief ${brief.reference}\n\n${parts.join('\n\n')}\n`
}

function asText(typed: string): string {
  return typed.replace(/[\\`*_{}[\]()#+!<>|~-]/g, '\\$&').replaceAll('\n', '  \n')
}
