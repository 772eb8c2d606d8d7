/** One thing that is so or not; ticked is `on`. */
export function CheckField(props: { name: string; label: string; hint?: string; checked: boolean }) {
  const { name, label, hint, checked } = props
  return (
    <div className="field">
      <label className="radio">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="on"
          defaultChecked={checked}
          aria-describedby={hint ? `${name}-hint` : undefined}
        />
        {label}
      </label>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
