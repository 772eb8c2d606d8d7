export type FormProblem = {
  /** The id of the control to mend; null when the form as a whole was refused. */
  fieldId: string | null
  message: string
}

/** Focus moves here on purpose: the page opened anew because of these problems. */
const focusedOnOpening = { tabIndex: -1, autoFocus: true }

/**
 * Everything that is wrong with a form, above it. Takes the focus when the page opens, with or without scripts, so that
 * a screen reader begins here.
 */
export function ErrorSummary({
  problems,
  heading = 'There is a problem',
}: {
  problems: readonly FormProblem[]
  heading?: string
}) {
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" {...focusedOnOpening}>
      <h2 id="error-summary-title">{heading}</h2>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/**
 * Field errors as a list for the summary, form-wide messages (under `''`) first, then names in the order given. Given
 * `shownFields`, in the order of these, and errors of any other field are said of the form as a whole: no link could
 * lead to what nobody sees.
 */
export function problemsOf(
  errors: Record<string, readonly string[] | null | undefined>,
  shownFields?: readonly string[],
): FormProblem[] {
  const isShown = (name: string) => name !== '' && (shownFields?.includes(name) ?? true)
  const place = ([name]: [string, unknown]) => shownFields?.indexOf(name) ?? 0
  const ordered = Object.entries(errors).sort((a, b) => place(a) - place(b))
  const all = ordered.flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ fieldId: isShown(name) ? name : null, message })),
  )
  return [...all.filter(({ fieldId }) => fieldId === null), ...all.filter(({ fieldId }) => fieldId !== null)]
}
