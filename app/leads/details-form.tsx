import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'

type Held = { title: string; name: string; phone: string }
type DetailsFormProps = {
  held: Held
  /** Of a form that was refused: it stays open, with what was typed and what is held now. */
  refused: { errors: Record<string, string[]>; typed: Record<string, string> } | null
}

/** What we hold of the lead and its person. Each field says what it was, so only what was changed is written. */
export function DetailsForm({ held, refused }: DetailsFormProps) {
  const { errors = {}, typed } = refused ?? {}
  return (
    <details className="menu-inline" open={refused !== null}>
      <summary className="chip">Change details</summary>
      <form method="post" className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['title', 'name', 'phone'])} />
        <input type="hidden" name="wasTitle" value={held.title} />
        <input type="hidden" name="wasName" value={held.name} />
        <input type="hidden" name="wasPhone" value={held.phone} />
        <TextField
          name="title"
          label="What they need"
          maxLength={200}
          defaultValue={typed?.title ?? held.title}
          errors={errors.title}
        />
        <TextField
          name="name"
          label="Their name"
          maxLength={80}
          defaultValue={typed?.name ?? held.name}
          errors={errors.name}
        />
        <TextField
          name="phone"
          type="tel"
          label="Telephone"
          optional
          maxLength={40}
          defaultValue={typed?.phone ?? held.phone}
          errors={errors.phone}
        />
        <Button small name="intent" value="details">
          Save
        </Button>
      </form>
    </details>
  )
}
