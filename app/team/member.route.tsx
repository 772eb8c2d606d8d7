import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { roleChoices } from '#app/staff/role-names.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Status } from '#app/ui/status.tsx'
import { AwayPanel } from './away-panel.tsx'
import { getMember } from './find-member.server.ts'
import { actOnMember } from './member-forms.server.ts'
import { requireAdmin } from './rights.server.ts'
import { sayWork } from './say-work.ts'
import { countWork } from './work-left.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const done = new URL(request.url).searchParams.get('done')
  const now = new Date()
  const member = await getMember(params.id, now)
  return { member, done, isSelf: viewer.id === params.id, work: sayWork(await countWork(member.id, now)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const member = await getMember(params.id, new Date())
  const refused = await actOnMember(viewer, member.id, await readForm(request), new Date())
  if (refused) return data(refused, { status: 422 })
  return redirect(paths.staff.member(member.id, { done: 'saved' }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  describePrivatePage(page?.member.name ?? 'Member of staff')

export default function MemberPage() {
  const { member, done, isSelf, work } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <>
      <header className="bar">
        <h1>{member.name}</h1>
        <Status tone={member.isDisabled ? 'closed' : 'signal'}>
          {member.isDisabled ? 'Disabled' : 'Active'}
        </Status>
        <div className="bar-end">
          <a href={paths.staff.audit({ actor: member.id })}>What they did</a>
          <a href={paths.staff.team()}>Team</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(errors)} />
        {done && !refused && <Notice tone="success">Saved.</Notice>}
        <section className="panel" aria-labelledby="role-panel">
          <h2 id="role-panel">Role</h2>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="intent" value="role" />
            <SelectField
              name="role"
              label="Role"
              hint="It holds from their next request. They are told by mail and sign in anew."
              choices={roleChoices}
              defaultValue={member.role}
              errors={errors.role}
            />
            <Button>Change the role</Button>
          </form>
        </section>
        <section className="panel" aria-labelledby="share-panel">
          <h2 id="share-panel">New leads by turn</h2>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="intent" value="share" />
            <TextField
              name="weight"
              label="Share"
              hint="0 takes no part. Of ten new leads, 3 beside a colleague’s 2 gets six."
              inputMode="numeric"
              defaultValue={refused?.typed.weight ?? String(member.weight)}
              errors={errors.weight}
            />
            <TextField
              name="cap"
              label="At most this many open leads"
              hint={`Leave it empty for no bound. Open now: ${member.openLeads}.`}
              optional
              inputMode="numeric"
              defaultValue={refused?.typed.cap ?? (member.cap === null ? '' : String(member.cap))}
              errors={errors.cap}
            />
            <Button>Save the share</Button>
          </form>
        </section>
        <AwayPanel away={member.away} errors={errors} />
        <section className="panel" aria-labelledby="state-panel">
          <h2 id="state-panel">{member.isDisabled ? 'Let them in again' : 'When they leave'}</h2>
          <div className="form">
            {!member.isDisabled && (
              <p>
                Hand over what is theirs first. Disabling signs them out everywhere, closes their calendar for
                booking and keeps what they did under their name.
              </p>
            )}
            {work !== '' && <p>Theirs at the moment: {work}.</p>}
            <div className="btn-row">
              {work !== '' && (
                <ButtonLink href={paths.staff.handOver(member.id)}>Hand over their work</ButtonLink>
              )}
              <form method="post">
                <input type="hidden" name="intent" value={member.isDisabled ? 'enable' : 'disable'} />
                <Button tone={member.isDisabled ? 'plain' : 'danger'}>
                  {member.isDisabled
                    ? 'Enable the account'
                    : isSelf
                      ? 'Disable my account'
                      : 'Disable the account'}
                </Button>
              </form>
            </div>
          </div>
        </section>
      </div>
    </>
  )
}
