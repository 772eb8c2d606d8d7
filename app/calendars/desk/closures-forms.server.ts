import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { addClosure, removeClosure } from './closures.server.ts'
import type { DatesAct } from './dates-forms.server.ts'
import { dateField, optionalDate } from './dates-forms.server.ts'
import { whyNotDays } from './days.ts'

const closureSchema = z.object({
  name: requiredLine(80, 'Enter a name, such as Company retreat.'),
  from: dateField,
  until: optionalDate,
})
const rowSchema = z.object({ id: z.uuid() })

/** Does what a form of the closures page asks; `intent` says which. `today` is the office's. */
export async function actOnClosures(viewer: Viewer, today: CalendarDate, form: FormData): Promise<DatesAct> {
  switch (form.get('intent')) {
    case 'add': {
      const parsed = parseFormData(closureSchema, form)
      if (!parsed.ok) return refusal(parsed)
      const { name, from, until } = parsed.value
      const days = { from, until: until ?? from }
      const wrong = whyNotDays(days, today)
      const field = wrong?.end === 'until' && until ? 'until' : 'from'
      if (wrong) return refusal({ errors: { [field]: [wrong.message] }, values: parsed.values })
      await addClosure(viewer, { name, ...days })
      return { ok: true, done: 'added' }
    }
    case 'remove': {
      const parsed = parseFormData(rowSchema, form)
      if (!parsed.ok) throw new Response(null, { status: 400 })
      await removeClosure(viewer, parsed.value.id)
      return { ok: true, done: 'removed' }
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

function refusal({ errors, values }: { errors: FormErrors; values: Typed }): DatesAct {
  const typed = Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))
  return { ok: false, refused: { intent: 'add', errors, typed } }
}
