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
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Status } from '#app/ui/status.tsx'
import { requireAdmin } from './admin.server.ts'
import { DeliveryList } from './delivery-list.tsx'
import { EventFields } from './event-fields.tsx'
import { getWebhook, listDeliveries } from './find-webhook.server.ts'
import { SecretPanel } from './secret-panel.tsx'
import { actOnWebhook } from './webhook-forms.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const now = new Date()
  const { id, url, events, active, secret, secretVersion, previousUntil } = await getWebhook(params.id)
  return {
    ...{ url, events, active, secret, secretVersion },
    isOverlapping: previousUntil !== null && previousUntil > now,
    deliveries: await listDeliveries(viewer, id, now),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const { id } = await getWebhook(params.id)
  const acted = await actOnWebhook(viewer, id, await readForm(request), new Date())
  if (!acted.ok) return data(acted.refused, { status: 422 })
  return redirect(acted.id ? paths.staff.webhook(acted.id) : paths.staff.webhooks(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Webhook')

export default function WebhookPage() {
  const { url, events, active, deliveries, ...webhook } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  return (
    <>
      <header className="bar">
        <h1 className="as-typed">{url}</h1>
        {active ? <Status tone="signal">On</Status> : <Status tone="closed">Off</Status>}
        <div className="bar-end">
          <a href={paths.staff.webhooks()}>All webhooks</a>
        </div>
      </header>
      <div className="desk-body split">
        <section className="panel" aria-labelledby="told">
          <h2 id="told">What was told</h2>
          <p className="beside">The newest fifty. What is older than a month is forgotten.</p>
          <DeliveryList deliveries={deliveries} />
        </section>
        <div className="stack">
          <section className="panel" aria-labelledby="what">
            <h2 id="what">Settings</h2>
            <form method="post" className="form" noValidate>
              <ErrorSummary problems={problemsOf(errors, ['events'])} />
              <EventFields chosen={refused?.typed.events ?? events} errors={errors.events} />
              <div className="btn-row">
                <Button tone="go" name="intent" value="events">
                  Save what it is told
                </Button>
              </div>
            </form>
          </section>
          <SecretPanel {...webhook} />
          <OffPanel active={active} />
        </div>
      </div>
    </>
  )
}

function OffPanel({ active }: { active: boolean }) {
  return (
    <section className="panel" aria-labelledby="off">
      <h2 id="off">{active ? 'Stop telling it' : 'It is off'}</h2>
      <p>
        {active
          ? 'Off, it is told nothing of what happens meanwhile. What waits is sent when it is on again.'
          : 'Nothing is sent, and what happens meanwhile is not written down for it.'}
      </p>
      <form method="post" className="btn-row">
        <Button small name="intent" value={active ? 'off' : 'on'}>
          {active ? 'Switch it off' : 'Switch it on'}
        </Button>
        <Button small tone="danger" name="intent" value="remove">
          Remove it
        </Button>
      </form>
    </section>
  )
}
