import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { TagList } from './tag-list.tsx'

type TagsPanelProps = {
  tags: readonly string[]
  mayEdit: boolean
  /** Null while it is open: only closed leads are put away. */
  isArchived: boolean | null
  refused: { errors: Record<string, string[]>; typed: Record<string, string> } | null
}

/** What a lead is grouped by: its tags, and whether it is put away. */
export function TagsPanel({ tags, mayEdit, isArchived, refused }: TagsPanelProps) {
  if (!mayEdit && tags.length === 0) return null
  return (
    <section className="panel" aria-labelledby="tags-title">
      <h2 id="tags-title">Tags</h2>
      {tags.length > 0 && (
        <p>
          <TagList tags={tags} hrefOf={(tag) => paths.staff.leads({ tag, status: 'any' })} />
        </p>
      )}
      {mayEdit && (
        <details className="menu-inline" open={refused !== null}>
          <summary className="chip">Change the tags</summary>
          <form method="post" className="form">
            <TextField
              name="tags"
              label="Tags, with commas between"
              optional
              defaultValue={refused?.typed.tags ?? tags.join(', ')}
              errors={refused?.errors.tags}
            />
            <div className="btn-row">
              <Button small tone="go" name="intent" value="tags">
                Save the tags
              </Button>
            </div>
          </form>
        </details>
      )}
      {mayEdit && isArchived !== null && (
        <form method="post" className="btn-row">
          <Button small tone="quiet" name="intent" value={isArchived ? 'unarchive' : 'archive'}>
            {isArchived ? 'Take out of the archive' : 'Put into the archive'}
          </Button>
        </form>
      )}
    </section>
  )
}
