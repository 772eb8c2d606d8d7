import { describePrivatePage } from '#app/seo/head.ts'
import { numberOf } from '../draft.ts'
import { steps, type Step } from '../requirement.ts'

/** `Error: Whom do you need? Step 1 of 4`: what a screen reader says first. */
export function titleOfStep(heading: string, page: { step: Step; isRefused: boolean } | undefined) {
  if (!page) return describePrivatePage(heading)
  const place = `${heading} Step ${numberOf(page.step)} of ${steps.length}`
  return describePrivatePage(page.isRefused ? `Error: ${place}` : place)
}
