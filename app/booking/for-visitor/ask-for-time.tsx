import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'

export type Context = { lead: string | undefined; type: string; host: string | undefined; timeZone: string }

/** Whom it is for. */
export function ForLead({ lead }: { lead: { ref: number; title: string; name: string } }) {
  return (
    <p className="ask-for">
      For <strong>{lead.name}</strong>, <a href={paths.staff.lead(lead.ref)}>L-{lead.ref}</a> {lead.title}
    </p>
  )
}

/** What is booked, in whose calendar, on whose clock and day: asked by the address, so that it can be shared. */
export function AskForTime(props: {
  context: Context
  date: string
  choices: { types: readonly Choice[]; hosts: readonly Choice[]; zones: readonly Choice[] }
}) {
  const { context, choices } = props
  return (
    <form method="get" action={paths.staff.newBooking()} className="ask">
      {context.lead && <input type="hidden" name="lead" value={context.lead} />}
      <SelectField name="type" label="Type" choices={choices.types} defaultValue={context.type} />
      <SelectField name="host" label="With" choices={choices.hosts} defaultValue={context.host ?? ''} />
      <SelectField
        name="tz"
        label="Their time zone"
        choices={choices.zones}
        defaultValue={context.timeZone}
      />
      <TextField name="date" type="date" label="Day, where they are" defaultValue={props.date} />
      <Button>Show times</Button>
    </form>
  )
}
