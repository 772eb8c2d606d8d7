import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'

type Refused = { errors: Record<string, string[]>; typed: { name: string; url: string } }

export function AddFeedForm({ refused }: { refused: Refused | null }) {
  const { errors = {}, typed } = refused ?? {}
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">Add a calendar</h2>
      <form method="post" className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['name', 'url'])} />
        <input type="hidden" name="intent" value="add" />
        <TextField
          name="name"
          label="Name"
          hint="Such as Private"
          autoComplete="off"
          defaultValue={typed?.name}
          errors={errors.name}
        />
        <TextField
          name="url"
          label="Secret address"
          hint="Ends in .ics or begins with webcal://. It is read at once, and added only if that works."
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed?.url}
          errors={errors.url}
        />
        <div className="btn-row">
          <Button tone="go">Add the calendar</Button>
        </div>
      </form>
      <h3>Where to find it</h3>
      <dl className="where-to">
        <dt>Google</dt>
        <dd>Settings, the calendar’s name, Integrate calendar: Secret address in iCal format.</dd>
        <dt>Outlook</dt>
        <dd>Settings, Calendar, Shared calendars, Publish a calendar: the ICS link.</dd>
        <dt>Apple</dt>
        <dd>Share the calendar on icloud.com as a public calendar: the link it shows.</dd>
      </dl>
    </section>
  )
}
