import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { auditActions, auditEntities } from './audit-entry.ts'
import { auditFilterIn, listAudit } from './list-audit.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  if (viewer.role !== 'admin') throw new Response('Only admins read the audit log.', { status: 403 })
  const { before, ...filter } = auditFilterIn(request)
  const { rows, next } = await listAudit(viewer, { ...filter, before })
  const staff = await db.staff.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
  return { filter, rows, next, staff, isFirst: before === undefined }
}

export const meta: MetaFunction = () => describePrivatePage('Audit log')

export default function AuditPage() {
  const { filter, rows, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Audit log</h1>
        <FilterForm />
      </header>
      <div className="desk-body">
        {rows.length === 0 ? (
          <EmptyState heading="Nothing of that kind">
            <p>
              Sign-ins, refusals and every change are written down here.{' '}
              <a href={paths.staff.audit()}>Show all</a>
            </p>
          </EmptyState>
        ) : (
          <table className="grid audit">
            <caption className="said">What happened, newest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Of</th>
                <th scope="col">Change</th>
                <th scope="col">Request</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <time dateTime={row.iso}>{row.at}</time>
                  </th>
                  <td>{row.actor}</td>
                  <td>{row.action}</td>
                  <td>
                    {row.subject && (
                      <a href={paths.staff.audit({ entity: row.entity, id: row.entityId })}>{row.subject}</a>
                    )}
                  </td>
                  <td>
                    {row.changes.map((change) => (
                      <div key={change}>{change}</div>
                    ))}
                  </td>
                  <td className="wide num">{row.requestId}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager
          newer={isFirst ? null : { href: paths.staff.audit(filter), label: '← Newest' }}
          older={next ? { href: paths.staff.audit({ ...filter, before: next }) } : null}
        />
      </div>
    </>
  )
}

function FilterForm() {
  const { filter, staff } = useLoaderData<typeof loader>()
  return (
    <form method="get" aria-label="Filter">
      <label className="said" htmlFor="actor">
        Who
      </label>
      <select id="actor" name="actor" defaultValue={filter.actor ?? ''}>
        <option value="">Anybody</option>
        {staff.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <label className="said" htmlFor="action">
        What
      </label>
      <select id="action" name="action" defaultValue={filter.action ?? ''}>
        <option value="">Anything</option>
        {Object.entries(auditActions).map(([action, words]) => (
          <option key={action} value={action}>
            {words}
          </option>
        ))}
      </select>
      <label className="said" htmlFor="entity">
        Of
      </label>
      <select id="entity" name="entity" defaultValue={filter.entity ?? ''}>
        <option value="">Of anything</option>
        {auditEntities.map((entity) => (
          <option key={entity}>{entity}</option>
        ))}
      </select>
      <label className="said" htmlFor="from">
        From
      </label>
      <input type="date" id="from" name="from" defaultValue={filter.from ?? ''} />
      <label className="said" htmlFor="until">
        Until
      </label>
      <input type="date" id="until" name="until" defaultValue={filter.until ?? ''} />
      <Button small>Filter</Button>
    </form>
  )
}
