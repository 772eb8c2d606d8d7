import type { ReactNode } from 'react'
import type { DraftKind } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'

/** A task is written here too, but as fields of its own: `children`. */
export const composerKinds = ['note', 'mail', 'call', 'task'] as const
export type ComposerKind = (typeof composerKinds)[number]

export type ComposerProps = {
  kind: ComposerKind
  /** Where the page is with another tab open. */
  hrefOf: (kind: ComposerKind, template?: string) => string
  isNew: boolean
  to: string | null
  templates: readonly { id: string; name: string }[]
  templatesHref: string
  words: { subject: string; body: string }
  /** Where what is typed is kept. */
  draftHref: string
  /** Words of this kind are kept on the server from another time. */
  isDraft: boolean
  errors: Record<string, string[]>
}

const tabNames: Record<ComposerKind, string> = { note: 'Note', mail: 'Letter', call: 'Call', task: 'Task' }
const verbs: Record<DraftKind, string> = {
  note: 'Add the note',
  mail: 'Send the letter',
  call: 'Log the call',
}

/** Where something is written about a lead: for colleagues, to the person, or about a talk. What is begun is kept. */
export function Composer({ children, ...props }: ComposerProps & { children?: ReactNode }) {
  const { kind, hrefOf } = props
  return (
    <section className="panel composer" aria-label="Write" id="acts">
      <nav aria-label="What to write">
        <ul className="tabs">
          {composerKinds.map((each) => (
            <li key={each}>
              <a href={hrefOf(each)} aria-current={each === kind ? 'page' : undefined}>
                {tabNames[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {kind === 'task' ? children : <Words {...props} kind={kind} />}
    </section>
  )
}

function Words(props: ComposerProps & { kind: DraftKind }) {
  const { kind, errors, words, isDraft, draftHref } = props
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, ['subject', 'body'])} />
      {kind === 'mail' && <Templates {...props} />}
      <form method="post" className="form" noValidate data-draft={draftHref}>
        <input type="hidden" name="kind" value={kind} />
        {kind === 'mail' && (
          <TextField
            name="subject"
            label="Subject"
            maxLength={200}
            defaultValue={words.subject}
            errors={errors.subject}
          />
        )}
        <TextArea
          name="body"
          label={labelOf(props)}
          hint={hintOf(props)}
          rows={kind === 'mail' ? 10 : 3}
          defaultValue={words.body}
          errors={errors.body}
        />
        <div className="btn-row">
          <Button small tone="go" name="intent" value={kind}>
            {verbs[kind]}
          </Button>
          <Button small tone="quiet" name="intent" value="draft">
            Keep as a draft
          </Button>
          <output className="label" data-draft-said>
            {isDraft ? 'A draft from before' : ''}
          </output>
        </div>
      </form>
    </>
  )
}

function Templates({ templates, templatesHref, hrefOf }: ComposerProps) {
  return (
    <details className="menu">
      <summary className="chip">Begin with a template</summary>
      <ul className="plain-list menu-sheet">
        {templates.map(({ id, name }) => (
          <li key={id}>
            <a className="chip-text" href={hrefOf('mail', id)}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a className="chip-text" href={templatesHref}>
            {templates.length > 0 ? 'Change templates' : 'Write the first template'}
          </a>
        </li>
      </ul>
    </details>
  )
}

function labelOf({ kind, to }: ComposerProps): string {
  if (kind === 'mail') return `Letter to ${to ?? 'nobody: no address is known'}`
  return kind === 'note' ? 'Note for colleagues' : 'What was said'
}

function hintOf({ kind, isNew }: ComposerProps): string | undefined {
  if (!isNew || kind === 'note') return undefined
  return kind === 'call'
    ? 'The first call answers the lead and makes it contacted.'
    : 'The lead is answered and contacted once their mail server took it.'
}
