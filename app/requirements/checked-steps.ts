import { wordsAboutSender, wordsAboutWork } from './describe-requirement.ts'
import { meantAddress } from './meant-address.ts'
import type { CheckedStep } from './check-answers.tsx'
import {
  requirementLabels,
  stepFields,
  steps,
  type Answer,
  type RequirementRequest,
  type Step,
} from './requirement.ts'
import { roleField } from './role-rows.ts'

const headings: Record<Step, string> = {
  roles: 'Whom you need',
  work: 'The work',
  terms: 'The terms',
  contact: 'You',
}

/** A whole requirement in words, as the page shows it on which everything is checked. `asked`: what the form has. */
export function checkedSteps(
  request: RequirementRequest,
  about: { titleOf: (role: string) => string; fileName: string; asksBudget: boolean },
): CheckedStep[] {
  const { name, email, company, phone } = request
  const words: Record<Answer, string> = {
    ...wordsAboutWork(request, about.titleOf),
    ...wordsAboutSender(request),
    ...{ name, email, company, phone },
    marketing: request.marketing ? 'Yes, now and then' : 'No',
  }
  const isShown = (field: Answer) =>
    (field !== 'budget' || about.asksBudget) && (field !== 'phone' || phone !== '')
  return steps.map((step) => {
    const fields: readonly string[] = stepFields[step]
    const answers = fields
      .filter(isAnswer)
      .filter(isShown)
      .map((field) => ({
        name: field,
        label: requirementLabels[field],
        value: words[field],
        note: field === 'email' ? noteOn(email) : null,
        fieldId: field === 'roles' ? roleField(0, 'role') : field,
      }))
    const file = {
      name: 'file',
      label: 'Job description',
      note: null,
      value: about.fileName || 'None attached',
      fieldId: 'file',
    }
    return { step, heading: headings[step], answers: step === 'work' ? [...answers, file] : answers }
  })
}

function noteOn(email: string): string | null {
  const meant = meantAddress(email)
  return meant && `Is it right? It looks like ${meant}.`
}

/** The notice is shown and no answer. */
function isAnswer(field: string): field is Answer {
  return Object.hasOwn(requirementLabels, field)
}
