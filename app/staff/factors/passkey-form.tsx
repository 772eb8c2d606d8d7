import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import passkeyScript from './passkey.js?url'

/** A form that a passkey fills in; shown by its script, where the browser knows passkeys at all. */
export function PasskeyForm({
  purpose,
  button,
  children,
}: {
  purpose: 'sign-in' | 'add'
  button: string
  children?: ReactNode
}) {
  return (
    <>
      <form
        method="post"
        className="form"
        noValidate
        hidden
        data-passkey={purpose}
        data-options={paths.staff.passkeyOptions()}
      >
        <input type="hidden" name="intent" value={`passkey-${purpose}`} />
        <input type="hidden" name="credential" />
        {children}
        <p className="field-error" aria-live="assertive" data-passkey-problem="" />
        <Button>{button}</Button>
      </form>
      <script type="module" src={passkeyScript} />
    </>
  )
}
