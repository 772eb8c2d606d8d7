import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

/** One job description: the one that is there, with a way to remove it, or a field to select one. */
export function FileField({ attached, errors }: { attached: string | null; errors: readonly string[] }) {
  return (
    <div className="file-field">
      {attached && (
        <p className="attached">
          Attached: <strong>{attached}</strong>{' '}
          <Button small tone="quiet" name="intent" value="remove-file">
            Remove the file
          </Button>
        </p>
      )}
      <Field
        name="file"
        label={attached ? 'Another file in its place' : 'Job description'}
        hint="A PDF, DOCX, TXT or MD of up to 5 MB. Only our staff can open it."
        errors={errors}
        optional
      >
        {(control) => <input type="file" accept=".pdf,.docx,.txt,.md" {...control} />}
      </Field>
    </div>
  )
}
