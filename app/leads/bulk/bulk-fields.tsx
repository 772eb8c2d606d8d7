import { Button } from '#app/ui/button.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { leadStatuses, lostReasonNames, lostReasons, statusNames } from '../lead-status.ts'
import { bulkActNames, bulkActs } from './bulk-form.ts'

type BulkFieldsProps = {
  owners: readonly { id: string; name: string }[]
  typed: Readonly<Record<string, string>>
  errors: Record<string, string[]>
}

/** What is to be done, and what has to be said about it: a style sheet shows only the fields of what is chosen. */
export function BulkFields({ owners, typed, errors }: BulkFieldsProps) {
  return (
    <>
      <RadioField
        name="act"
        label="What is to be done"
        choices={bulkActs.map((value) => ({ value, label: bulkActNames[value] }))}
        defaultValue={typed.act}
        errors={errors.act}
      />
      <div className="of-owner">
        <SelectField
          name="owner"
          label="To whom"
          choices={[
            { value: '', label: 'Nobody' },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={typed.owner}
          errors={errors.owner}
        />
      </div>
      <div className="of-status form">
        <div className="form-row">
          <SelectField
            name="to"
            label="Status"
            choices={leadStatuses.map((value) => ({ value, label: statusNames[value] }))}
            defaultValue={typed.to}
            errors={errors.to}
          />
          <SelectField
            name="lostReason"
            label="If they are lost, why"
            optional
            choices={[
              { value: '', label: 'Not lost' },
              ...lostReasons.map((value) => ({ value, label: lostReasonNames[value] })),
            ]}
            defaultValue={typed.lostReason}
            errors={errors.lostReason}
          />
        </div>
        <TextArea
          name="note"
          label="Note, which each lead keeps"
          hint="Asked for with “Other”, and where closed leads are opened again."
          optional
          rows={2}
          defaultValue={typed.note}
          errors={errors.note}
        />
      </div>
      <div className="of-tag">
        <TextField
          name="tag"
          label="Tag"
          hint="A word or two, such as key account"
          maxLength={60}
          defaultValue={typed.tag}
          errors={errors.tag}
        />
      </div>
      <div className="btn-row">
        <Button tone="go" name="intent" value="check">
          See what will change
        </Button>
      </div>
    </>
  )
}
