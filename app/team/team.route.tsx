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
import { requireStaff } from '#app/staff/viewer.server.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { listInvitations, listTeam } from './list-team.server.ts'
import { requireAdmin, requireTeamReader } from './rights.server.ts'
import { secondFactorRoles } from './settings.server.ts'
import { actOnTeam } from './team-forms.server.ts'
import { FactorPanel, InvitationList, InvitePanel, TeamTable } from './team-panels.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireTeamReader(viewer)
  const now = new Date()
  const [team, invitations, secondFactorFor] = await Promise.all([
    listTeam(now),
    listInvitations(viewer, now),
    secondFactorRoles(),
  ])
  return {
    team,
    invitations,
    secondFactorFor,
    done: sayDone(doneWords, request),
    mayChange: viewer.role === 'admin',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const act = await actOnTeam(viewer, await readForm(request), new Date())
  if (act.is === 'done') return redirect(paths.staff.team({ done: act.words }), 303)
  return data(act, { status: act.is === 'refused' ? 422 : 200 })
}

const doneWords = {
  invited: 'The invitation is on its way. Its link works once, for three days.',
  withdrawn: 'The invitation opens nothing any more.',
  saved: 'Saved.',
}

export const meta: MetaFunction = () => describePrivatePage('Team')

export default function TeamPage() {
  const { team, invitations, secondFactorFor, done, mayChange } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const refused = acted?.is === 'refused' ? acted : null
  const takesTurns = team.some(({ weight, isDisabled }) => weight > 0 && !isDisabled)
  return (
    <>
      <header className="bar">
        <h1>Team</h1>
        <div className="bar-end">
          {mayChange && <a href={paths.staff.audit()}>Audit log</a>}
          {mayChange && <a href="#invite">Invite somebody</a>}
        </div>
      </header>
      <div className="desk-body stack">
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        {done && !acted && <Notice tone="success">{done}</Notice>}
        {acted?.is === 'link' && (
          <Notice tone="amber" heading="Hand this link over yourself">
            <p>
              No mail server is set, so nothing is sent. The link works once, for three days, and is not shown
              again:
            </p>
            <p>
              <code className="setup-key">{acted.url}</code>
            </p>
          </Notice>
        )}
        {!takesTurns && (
          <Notice>
            Nobody is given new leads by turn, so they wait unassigned. Give somebody a share on their page.
          </Notice>
        )}
        <TeamTable rows={team} mayChange={mayChange} />
        <InvitationList rows={invitations} mayChange={mayChange} />
        {mayChange && (
          <div className="pair">
            <InvitePanel errors={refused?.errors ?? {}} typed={refused?.typed} />
            <FactorPanel roles={secondFactorFor} />
          </div>
        )}
      </div>
    </>
  )
}
