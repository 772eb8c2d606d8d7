import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { sayDone } from '#app/ops/say-done.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { requireSession } from '../viewer.server.ts'
import { AppSetUp, RecoveryCodes } from './app-set-up.tsx'
import { loadSecurity } from './load-security.server.ts'
import { actOnSecurity, securityDone } from './security-forms.server.ts'
import { AppPanel, PasskeysPanel, PasswordPanel, SessionsPanel } from './security-panels.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const security = await loadSecurity(await requireSession(request))
  return { ...security, done: sayDone(securityDone, request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request)
  const from = { ip: context.ip, request, now: new Date() }
  const act = await actOnSecurity(session, await readForm(request), from)
  switch (act.is) {
    case 'done':
      return redirect(paths.staff.security({ done: act.words }), {
        status: 303,
        ...(act.cookies && { headers: act.cookies }),
      })
    case 'codes':
      return data(act)
    case 'set-up':
      return data(act, { status: act.errors ? 422 : 200 })
    case 'refused':
      return data(act, { status: 422 })
    default:
      return act satisfies never
  }
}

export const meta: MetaFunction = () => describePrivatePage('Security')

export default function SecurityPage() {
  const security = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const errors = acted && 'errors' in acted ? (acted.errors ?? {}) : {}
  return (
    <>
      <header className="bar">
        <h1>Security</h1>
        <div className="bar-end">
          <a href={paths.staff.profile()}>Profile</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(errors)} />
        {security.done && !acted && <Notice tone="success">{security.done}</Notice>}
        {security.mustAddFactor && (
          <Notice tone="amber" heading="Add a second factor first">
            Your role asks for an authenticator app or a passkey besides the password. The desk opens as soon
            as you have one.
          </Notice>
        )}
        {acted?.is === 'codes' && (
          <Notice tone="success" heading="Your new recovery codes">
            <RecoveryCodes codes={acted.recoveryCodes} />
          </Notice>
        )}
        {acted?.is === 'set-up' ? (
          <AppSetUp uri={acted.uri} recoveryCodes={acted.recoveryCodes} errors={errors} />
        ) : (
          <AppPanel isOn={security.hasAuthenticator} errors={errors} />
        )}
        <PasskeysPanel passkeys={security.passkeys} errors={errors} />
        <PasswordPanel email={security.email} errors={errors} />
        <SessionsPanel sessions={security.sessions} />
      </div>
    </>
  )
}
