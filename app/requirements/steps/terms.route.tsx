import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import detectZone from '#app/booking/picker/detect-zone.js?url'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { zoneGroups } from '#app/booking/picker/zone-choices.ts'
import { ZoneScript } from '#app/booking/picker/zone-script.tsx'
import { readForm } from '#app/ops/forms.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { budgetChoices } from '../budget.ts'
import { ChoiceField, OpenChoice } from '../choice-field.tsx'
import { durationWords, engagementWords, overlapWords, startWords } from '../requirement-choices.ts'
import { requirementLabels as labels, stepFields } from '../requirement.ts'
import { BudgetField, SecurityField } from '../terms-fields.tsx'
import { continueStep, openStep } from './step-data.server.ts'
import { StepFrame } from './step-frame.tsx'
import { titleOfStep } from './step-title.ts'
import { ZoneSelect } from './zone-select.tsx'

const heading = 'On which terms?'

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await openStep(args, 'terms')
  const now = new Date()
  const wrote = typedText(page.values, 'timeZone')
  const timeZone = isTimeZone(wrote) ? wrote : visitorZone(args.request)
  const isUnknown = !isTimeZone(wrote) && isZoneGuessed(args.request)
  return {
    page,
    timeZone: isUnknown ? '' : timeZone,
    zones: zoneGroups(timeZone, { date: dateIn(now, timeZone), now: now.getTime(), clock: '24' }),
    budgets: budgetChoices(site.budgets),
  }
}

export async function action(args: ActionFunctionArgs) {
  return continueStep(args, 'terms', await readForm(args.request))
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => titleOfStep(heading, shown?.page)

export default function TermsStep() {
  const { page, timeZone, zones, budgets } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? page.values
  const errors = refused?.errors ?? {}
  const text = (name: string) => typedText(values, name)
  return (
    <StepFrame
      {...page}
      heading={heading}
      lede="Roughly is enough: everything can still be talked about."
      seen={refused?.seen ?? page.seen}
      errors={errors}
      fields={stepFields.terms}
    >
      <OpenChoice
        name="engagement"
        label={labels.engagement}
        words={engagementWords}
        chosen={text('engagement')}
        errors={errors.engagement ?? []}
      />
      <div className="form-row">
        <ChoiceField
          name="start"
          label={labels.start}
          words={startWords}
          chosen={text('start')}
          errors={errors.start ?? []}
        />
        <ChoiceField
          name="duration"
          label={labels.duration}
          words={durationWords}
          chosen={text('duration')}
          errors={errors.duration ?? []}
        />
      </div>
      <ZoneSelect groups={zones} chosen={text('timeZone') || timeZone} errors={errors.timeZone ?? []} />
      <OpenChoice
        name="overlap"
        label={labels.overlap}
        hint="How much of your working day you want to share with them."
        words={overlapWords}
        chosen={text('overlap')}
        errors={errors.overlap ?? []}
      />
      <BudgetField budgets={budgets} typed={values} errors={errors} />
      <SecurityField typed={values} errors={errors} />
      <script type="module" src={detectZone} />
      <ZoneScript />
    </StepFrame>
  )
}
