import type { FormErrors } from '#app/ops/typed-form.ts'
import type { SaveRefusal } from './save-type.server.ts'

/** What is said when a type could not be saved, at its field or above the form. */
export function whyNotSaved(reason: SaveRefusal): FormErrors {
  const [field, message] = words[reason]
  return { [field]: [message] }
}

const words: Record<SaveRefusal, [field: string, message: string]> = {
  'slug-taken': ['slug', 'Another type has this address. Write another one.'],
  'hosts-changed': ['', 'A calendar or its hours changed meanwhile. Look at who holds it and save again.'],
}
