import { stampField, trapNameOf } from './guard.ts'

/**
 * What every public form carries unseen: when it was opened, and a field that only a program fills in. A form that comes
 * back passes the stamp that it was sent with, so that its time is counted from the first opening.
 */
export function GuardFields({ stamp }: { stamp: string }) {
  const trap = trapNameOf(stamp)
  return (
    <>
      <input type="hidden" name={stampField} value={stamp} />
      <div className="off-screen" aria-hidden="true">
        <label htmlFor={trap}>Leave this empty</label>
        <input id={trap} name={trap} type="text" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}
