/** What stands in a form that is shown again: the words that were typed, and what is wrong with them. */

/** What was typed: strings, lists and groups of them, named as in the form. */
export type Typed = { [name: string]: TypedValue }
export type TypedValue = string | undefined | TypedValue[] | Typed

/** The messages under their field's name (`email`, `roles[0].count`), those of no field under `''`. */
export type FormErrors = Record<string, string[]>

/** The text typed into one field of a form, or of a group in it; `''` when there is none. */
export function typedText(values: unknown, name: string): string {
  if (typeof values !== 'object' || values === null) return ''
  const value: unknown = Reflect.get(values, name)
  return typeof value === 'string' ? value : ''
}

/** All texts of fields of one name, such as boxes that may be ticked. */
export function typedTexts(values: unknown, name: string): string[] {
  if (typeof values !== 'object' || values === null) return []
  const value: unknown = Reflect.get(values, name)
  return [value].flat().filter((text) => typeof text === 'string' && text !== '') as string[]
}
