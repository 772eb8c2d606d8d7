import type { ReactNode } from 'react'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Status } from '#app/ui/status.tsx'
import { newPasswordHint } from '../passwords/new-password.ts'
import type { Security } from './load-security.server.ts'
import { PasskeyForm } from './passkey-form.tsx'

export function PasswordPanel({ email, errors }: { email: string; errors: FormErrors }) {
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p>A new one signs you out everywhere else.</p>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          name="current"
          type="password"
          label="Present password"
          autoComplete="current-password"
          errors={errors.current}
        />
        <TextField
          name="next"
          type="password"
          label="New password"
          hint={newPasswordHint}
          autoComplete="new-password"
          errors={errors.next}
        />
        <Button>Change the password</Button>
      </form>
    </section>
  )
}

export function AppPanel({ isOn, errors }: { isOn: boolean; errors: FormErrors }) {
  return (
    <section className="panel" aria-labelledby="app">
      <h2 id="app">Authenticator app</h2>
      <p>
        <Status tone={isOn ? 'signal' : 'soft'}>{isOn ? 'On' : 'Off'}</Status>
      </p>
      {isOn ? (
        <>
          <details className="verbatim" open={Boolean(errors.codesPassword)}>
            <summary>Make new recovery codes</summary>
            <PasswordForm intent="codes" name="codesPassword" errors={errors} button="Make new codes" />
          </details>
          <details className="verbatim" open={Boolean(errors.removePassword)}>
            <summary>Remove the app</summary>
            <PasswordForm
              intent="app-remove"
              name="removePassword"
              errors={errors}
              button="Remove the app"
              tone="danger"
            />
          </details>
        </>
      ) : (
        <>
          <p>An app on your phone shows a code of six figures that is asked for after the password.</p>
          <PasswordForm intent="app-begin" name="appPassword" errors={errors} button="Set up an app" />
        </>
      )}
    </section>
  )
}

export function PasskeysPanel({ passkeys, errors }: { passkeys: Security['passkeys']; errors: FormErrors }) {
  return (
    <section className="panel" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>A key on your device that opens the desk with a finger, a face or a PIN, without a password.</p>
      {passkeys.length > 0 && (
        <ul className="plain-list ruled">
          {passkeys.map(({ id, name, added, used }) => (
            <li key={id}>
              <strong>{name}</strong>
              <br />
              <span className="beside">
                Added {added}. {used ? `Last used ${used}.` : 'Not used yet.'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {passkeys.length > 0 && (
        <details className="verbatim" open={Boolean(errors.keyPassword)}>
          <summary>Remove a passkey</summary>
          <PasswordForm
            intent="passkey-remove"
            name="keyPassword"
            errors={errors}
            button="Remove it"
            tone="danger"
          >
            <div className="field">
              <label htmlFor="passkey">Passkey</label>
              <select id="passkey" name="passkey">
                {passkeys.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          </PasswordForm>
        </details>
      )}
      <PasskeyForm purpose="add" button="Add a passkey">
        <TextField
          name="passkeyName"
          label="What you call it"
          hint="For example Laptop, or the name of your key."
          autoComplete="off"
          errors={errors.passkeyName}
        />
        <TextField
          name="passkeyPassword"
          type="password"
          label="Your password"
          autoComplete="current-password"
          errors={errors.passkeyPassword}
        />
      </PasskeyForm>
      <noscript>
        <p>Passkeys need a browser with JavaScript turned on.</p>
      </noscript>
    </section>
  )
}

export function SessionsPanel({ sessions }: { sessions: Security['sessions'] }) {
  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className="plain-list ruled">
        {sessions.map(({ id, browser, address, begun, used, isThis }) => (
          <li key={id} className="spread">
            <div>
              <strong>{browser}</strong> {isThis && <Status tone="signal">This browser</Status>}
              <br />
              <span className="beside">
                {address && `${address} · `}since {begun}; last used {used}
              </span>
            </div>
            {!isThis && (
              <form method="post">
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="session" value={id} />
                <Button small>
                  Sign out
                  <span className="said">
                    {' '}
                    of {browser}, last used {used}
                  </span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <input type="hidden" name="intent" value="end-others" />
          <Button>Sign out everywhere else</Button>
        </form>
      )}
    </section>
  )
}

function PasswordForm({
  intent,
  name,
  errors,
  button,
  tone,
  children,
}: {
  intent: string
  name: string
  errors: FormErrors
  button: string
  tone?: 'danger'
  children?: ReactNode
}) {
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="intent" value={intent} />
      {children}
      <TextField
        name={name}
        type="password"
        label="Your password"
        autoComplete="current-password"
        errors={errors[name]}
      />
      <Button tone={tone}>{button}</Button>
    </form>
  )
}
