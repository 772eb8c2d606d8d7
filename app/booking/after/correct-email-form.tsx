import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** For a while after booking: the address that the confirmation went to may be mistyped. Open when it was refused. */
export function CorrectEmailForm({ refused }: { refused: { errors: FormErrors; email: string } | null }) {
  return (
    <details className="correct no-print" open={refused !== null}>
      <summary>Is the address wrong?</summary>
      <form method="post" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label="The right e-mail address"
          hint="For 15 minutes after booking. The confirmation goes there, and links sent before stop working."
          autoComplete="email"
          spellCheck={false}
          defaultValue={refused?.email}
          errors={refused?.errors.email}
        />
        <div>
          <Button>Send it there</Button>
        </div>
      </form>
    </details>
  )
}
