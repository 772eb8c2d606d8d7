/** The version that a posted form was drawn from, from its hidden field; one without it is as old as can be. */
export function shownVersion(form: FormData): number {
  const text = form.get('version')
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0
}
