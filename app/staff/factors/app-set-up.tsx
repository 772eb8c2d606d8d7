import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { QrCode } from './qr-code.tsx'

/** The code that the app reads, and the field for what it shows then. */
export function AppSetUp({
  uri,
  recoveryCodes,
  errors,
}: {
  uri: string
  recoveryCodes: readonly string[]
  errors: FormErrors
}) {
  return (
    <section className="panel" aria-labelledby="set-up">
      <h2 id="set-up">Set up the authenticator app</h2>
      {uri ? (
        <>
          <h3>1. Scan this with the app</h3>
          <QrCode text={uri} label="QR code of the key below" />
          <p>
            Cannot scan it? Type this key instead: <code className="setup-key">{keyIn(uri)}</code>
          </p>
          <h3>2. Keep these recovery codes</h3>
          <RecoveryCodes codes={recoveryCodes} />
          <h3>3. Type the six figures that the app shows</h3>
        </>
      ) : (
        <p>Begin again: the key is not on this page any more.</p>
      )}
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="app-confirm" />
        <input type="hidden" name="uri" value={uri} />
        <input type="hidden" name="recoveryCodes" value={recoveryCodes.join(' ')} />
        <TextField
          name="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          errors={errors.code}
        />
        <div className="btn-row">
          <Button tone="go">Turn it on</Button>
          <ButtonLink tone="quiet" href={paths.staff.security()}>
            Not now
          </ButtonLink>
        </div>
      </form>
    </section>
  )
}

/** The key in groups of four, as it is copied by hand. */
function keyIn(uri: string): string {
  const key = /[?&]secret=([A-Z2-7]+)/.exec(uri)?.[1] ?? ''
  return key.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Shown once: on paper they survive a lost phone. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p>
        Without your phone, each of these opens the desk once. Print them or keep them in a password keeper:
        they are not shown again.
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
