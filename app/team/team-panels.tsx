import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { roleChoices, roleNames, staffRoles } from '#app/staff/role-names.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Status } from '#app/ui/status.tsx'
import type { InvitationRow, TeamRow } from './list-team.server.ts'

export function TeamTable({ rows, mayChange }: { rows: readonly TeamRow[]; mayChange: boolean }) {
  return (
    <table className="grid">
      <caption className="said">Members of staff</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Signs in by</th>
          <th scope="col">Open leads</th>
          <th scope="col">Share of new ones</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {mayChange ? (
                <a className="row-link" href={paths.staff.member(row.id)}>
                  {row.name}
                </a>
              ) : (
                row.name
              )}{' '}
              <span className="beside">{row.email}</span>
            </th>
            <td>{row.role}</td>
            <td className="wide">{row.signsInBy}</td>
            <td className="num">
              <span className="small-only beside">Open leads: </span>
              {row.openLeads}
              {row.cap !== null && ` of ${row.cap}`}
              {mayChange && row.isDisabled && row.hasWork && (
                <>
                  {' '}
                  <a className="btn btn-small above-row" href={paths.staff.handOver(row.id)}>
                    Hand over<span className="said"> the work of {row.name}</span>
                  </a>
                </>
              )}
            </td>
            <td className="num wide">{row.weight === 0 ? 'None' : row.weight}</td>
            <td className="state">
              <State {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ isDisabled, isAway }: Pick<TeamRow, 'isDisabled' | 'isAway'>) {
  if (isDisabled) return <Status tone="closed">Disabled</Status>
  return isAway ? <Status tone="amber">Away</Status> : <Status tone="signal">Active</Status>
}

export function InvitationList({ rows, mayChange }: { rows: readonly InvitationRow[]; mayChange: boolean }) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">Invited</h2>
      <ul className="plain-list ruled">
        {rows.map(({ id, name, email, role, until, hasExpired, by }) => (
          <li key={id} className="spread">
            <div>
              <strong>{name}</strong> <span className="beside">{email}</span> · {role}{' '}
              <Status tone={hasExpired ? 'alert' : 'blue'}>{hasExpired ? 'Expired' : 'Invited'}</Status>
              <br />
              <span className="beside">
                {hasExpired ? 'Ended' : 'Until'} {until}
                {by && ` · by ${by}`}
              </span>
            </div>
            {mayChange && (
              <form method="post" className="btn-row">
                <input type="hidden" name="invitation" value={id} />
                <Button small name="intent" value="again">
                  Send again<span className="said"> to {name}</span>
                </Button>
                <Button small tone="danger" name="intent" value="withdraw">
                  Withdraw<span className="said"> the invitation of {name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function InvitePanel({
  errors,
  typed,
}: {
  errors: FormErrors
  typed?: { name: string; email: string; role: string } | undefined
}) {
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <TextField
          name="name"
          label="Name"
          autoComplete="off"
          defaultValue={typed?.name}
          errors={errors.name}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="The link goes there, and they sign in with it."
          autoComplete="off"
          defaultValue={typed?.email}
          errors={errors.email}
        />
        <SelectField
          name="role"
          label="Role"
          choices={roleChoices}
          defaultValue={typed?.role || 'consultant'}
          errors={errors.role}
        />
        <Button tone="go">Send the invitation</Button>
      </form>
    </section>
  )
}

export function FactorPanel({ roles }: { roles: readonly StaffRole[] }) {
  return (
    <section className="panel" aria-labelledby="factors">
      <h2 id="factors">Second factor</h2>
      <form method="post" className="form">
        <input type="hidden" name="intent" value="factors" />
        <fieldset className="field">
          <legend>Must have an authenticator app or a passkey</legend>
          {staffRoles.map((role) => (
            <label key={role} className="check">
              <input type="checkbox" name="roles" value={role} defaultChecked={roles.includes(role)} />
              {roleNames[role]}
            </label>
          ))}
        </fieldset>
        <p className="field-hint">
          Whoever has none is led to set one up with their next request, and gets nowhere else.
        </p>
        <Button>Save</Button>
      </form>
    </section>
  )
}
