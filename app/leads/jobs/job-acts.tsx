import type { JobKind } from '#app/prisma/enums.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { sayLeads } from '../bulk/bulk-words.ts'

type JobActsProps = {
  kind: JobKind
  isWorking: boolean
  /** How many undoing would put back, or remove again. */
  undoable: number
  /** How many lines of a checked file would be imported. */
  ready: number
  /** Where the file that was exported lies, and where the columns of one to be imported are chosen. */
  file: string | null
  columns: string | null
}

/** What can be done about a job as it stands. */
export function JobActs({ kind, isWorking, undoable, ready, file, columns }: JobActsProps) {
  return (
    <form method="post" className="btn-row">
      {file && (
        <ButtonLink tone="go" href={file} download>
          Save the file
        </ButtonLink>
      )}
      {ready > 0 && (
        <Button tone="go" name="intent" value="import">
          Import {sayLeads(ready)}
        </Button>
      )}
      {columns && <a href={columns}>{ready > 0 ? 'Choose the columns again' : 'Choose its columns'}</a>}
      {isWorking && (
        <Button small name="intent" value="stop">
          Stop after the portion in hand
        </Button>
      )}
      {undoable > 0 && (
        <Button small name="intent" value="undo">
          {kind === 'import'
            ? `Take back: remove ${sayLeads(undoable)}`
            : `Undo: put ${sayLeads(undoable)} back`}
        </Button>
      )}
    </form>
  )
}
