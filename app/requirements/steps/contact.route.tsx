import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noticeVersion } from '#app/marketing/notice.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { ChoiceField, OpenChoice } from '../choice-field.tsx'
import { countryChoices } from '../countries.ts'
import { companySizeWords, contactWords, heardFromWords } from '../requirement-choices.ts'
import { MarketingBox, NoticeLine } from '../notice-line.tsx'
import { requirementLabels as labels, stepFields } from '../requirement.ts'
import { continueStep, openStep } from './step-data.server.ts'
import { StepFrame } from './step-frame.tsx'
import { titleOfStep } from './step-title.ts'

const heading = 'Whom do we answer?'

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await openStep(args, 'contact')
  return { page, countries: countryChoices, noticeVersion }
}

export async function action(args: ActionFunctionArgs) {
  return continueStep(args, 'contact', await readForm(args.request))
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => titleOfStep(heading, shown?.page)

export default function ContactStep() {
  const { page, countries, noticeVersion } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? page.values
  const errors = refused?.errors ?? {}
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: typedText(values, name),
    errors: errors[name] ?? [],
  })
  return (
    <StepFrame
      {...page}
      heading={heading}
      seen={refused?.seen ?? page.seen}
      errors={errors}
      fields={stepFields.contact.filter((name) => name !== 'notice')}
      className="form-contact"
    >
      <input type="hidden" name="notice" value={noticeVersion} />
      <TextField {...field('name')} autoComplete="name" />
      <div className="form-row">
        <TextField {...field('email')} type="email" autoComplete="email" spellCheck={false} />
        <TextField {...field('company')} autoComplete="organization" />
      </div>
      <OpenChoice
        name="contactBy"
        label={labels.contactBy}
        words={contactWords}
        chosen={typedText(values, 'contactBy') || 'email'}
        errors={errors.contactBy ?? []}
      />
      {/* Shown by the style sheet once a call is chosen, and always where that cannot be told. */}
      <div className="phone-field">
        <TextField
          {...field('phone')}
          type="tel"
          autoComplete="tel"
          hint="With the country: +44 20 7946 0000"
        />
      </div>
      <div className="form-row">
        <ChoiceField
          name="companySize"
          label={labels.companySize}
          optional
          words={companySizeWords}
          chosen={typedText(values, 'companySize')}
          errors={errors.companySize ?? []}
        />
        <SelectField
          {...field('country')}
          optional
          autoComplete="country"
          choices={[{ value: '', label: 'Choose' }, ...countries]}
        />
      </div>
      <ChoiceField
        name="heardFrom"
        label={labels.heardFrom}
        optional
        words={heardFromWords}
        chosen={typedText(values, 'heardFrom')}
        errors={errors.heardFrom ?? []}
      />
      <MarketingBox ticked={typedText(values, 'marketing') === 'on'} />
      <NoticeLine version={noticeVersion} verb="continuing" />
    </StepFrame>
  )
}
