import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Status } from '#app/ui/status.tsx'
import { requireAdmin } from './admin.server.ts'
import { EventFields } from './event-fields.tsx'
import { actOnWebhooks } from './webhook-forms.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  requireAdmin(await requireStaff(request))
  const webhooks = await db.webhook.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { deliveries: { where: { state: { in: ['retry', 'dead'] } } } } } },
  })
  return {
    key: randomUUID(),
    webhooks: webhooks.map(({ id, url, events, active, _count }) => ({
      ...{ id, url, active },
      told: events.length,
      failing: _count.deliveries,
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const acted = await actOnWebhooks(viewer, await readForm(request))
  if (!acted.ok) return data(acted.refused, { status: 422 })
  return redirect(acted.id ? paths.staff.webhook(acted.id) : paths.staff.webhooks(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Webhooks')

export default function Webhooks() {
  const { key, webhooks } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Webhooks</h1>
      </header>
      <div className="desk-body split">
        <section className="panel" aria-labelledby="who">
          <h2 id="who">Who is told</h2>
          <p>
            Other programs are told what happens here as soon as it does: signed messages, without names or
            addresses of people, tried again for two days.
          </p>
          <WebhookList webhooks={webhooks} />
        </section>
        <AddWebhook formKey={key} />
      </div>
    </>
  )
}

type Listed = { id: string; url: string; active: boolean; told: number; failing: number }

function WebhookList({ webhooks }: { webhooks: readonly Listed[] }) {
  if (webhooks.length === 0) return <p className="beside">Nobody yet.</p>
  return (
    <ul className="plain-list feeds">
      {webhooks.map(({ id, url, active, told, failing }) => (
        <li key={id}>
          <h3 className="as-typed">
            <a href={paths.staff.webhook(id)}>{url}</a>
          </h3>
          <p className="feed-state">
            {active ? <Status tone="signal">On</Status> : <Status tone="closed">Off</Status>}
            {failing > 0 && <Status tone="alert">{`${failing} not delivered`}</Status>}
            <span className="beside">
              {told} {told === 1 ? 'event' : 'events'}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function AddWebhook({ formKey }: { formKey: string }) {
  const { errors = {}, typed } = useActionData<typeof action>() ?? {}
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">Add a webhook</h2>
      <form method="post" className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['url', 'events'])} />
        <input type="hidden" name="key" value={formKey} />
        <TextField
          name="url"
          label="Address"
          hint="Begins with https://. Its secret is shown once it is added."
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed?.url}
          errors={errors.url}
        />
        <EventFields chosen={typed?.events ?? []} errors={errors.events} />
        <div className="btn-row">
          <Button tone="go">Add the webhook</Button>
        </div>
      </form>
      <p>
        What messages look like stands in <a href={paths.api.openapi()}>the description of the API</a>, under
        webhooks.
      </p>
    </section>
  )
}
