import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'

type Named = { slug: string; name: string; active: boolean }

/** Which day of whose calendar is looked into, for which type of consultation, and whose clock stands beside. */
export function WhyForm(props: {
  asked: { type: string; host: string; date: string; timeZone: string | null }
  choices: { types: readonly Named[]; hosts: readonly Named[]; zones: readonly Choice[] }
}) {
  const { asked, choices } = props
  return (
    <form method="get" action={paths.staff.why()} className="ask">
      <SelectField name="type" label="Type" choices={choices.types.map(choiceOf)} defaultValue={asked.type} />
      <SelectField
        name="host"
        label="Calendar"
        choices={choices.hosts.map(choiceOf)}
        defaultValue={asked.host}
      />
      <TextField name="date" type="date" label="Day" defaultValue={asked.date} />
      <SelectField
        name="tz"
        label="Visitor’s time zone"
        optional
        choices={[{ value: '', label: 'Not shown' }, ...choices.zones]}
        defaultValue={asked.timeZone ?? ''}
      />
      <Button tone="go">Explain</Button>
    </form>
  )
}

function choiceOf({ slug, name, active }: Named): Choice {
  return { value: slug, label: active ? name : `${name} (switched off)` }
}
