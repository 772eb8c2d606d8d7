import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { releaseBooking } from '#app/booking/unconfirmed/release-booking.server.ts'
import { releaseMessage } from '#app/contact/release-message.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { releaseRequirement } from '#app/requirements/release-requirement.server.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import heldStyles from '#app/ui/styles/desk-held.css?url'
import {
  blockSender,
  heldActSchema,
  markAsSpam,
  mayBlock,
  mayRelease,
  requireBlocker,
  requireReleaser,
} from './act-on-held.server.ts'
import { BlockForm } from './block-form.tsx'
import { describeHeldRow } from './held-view.ts'
import { getHeld } from './list-held.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const held = describeHeldRow(await getHeld(params.id), viewer.timeZone)
  return { held, mayRelease: mayRelease(viewer), mayBlock: mayBlock(viewer) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireReleaser(viewer)
  const id = params.id ?? ''
  const form = await parseForm(heldActSchema, request)
  if (!form.ok) return refuse(form, 422)
  const act = form.value
  if (act.intent === 'release') return release(viewer, id)
  if (act.intent === 'block') {
    requireBlocker(viewer)
    const blocked = await blockSender(viewer, { ...act, id }, new Date())
    if (!blocked.ok) throw new Response(null, { status: 404 })
    return redirect(paths.staff.held({ show: 'blocked' }), 303)
  }
  await markAsSpam(id)
  return redirect(paths.staff.held(), 303)
}

/** Leads to what came of it: the lead, or the page of the time that cannot be had any more. */
async function release(viewer: Viewer, id: string) {
  const about = { now: new Date(), titleOf: roleTitle, actorId: viewer.id }
  const requirement = await releaseRequirement(id, about)
  if (requirement.ok) return redirect(paths.staff.lead(requirement.value), 303)
  const message = await releaseMessage(id, about)
  if (message.ok) return redirect(paths.staff.lead(message.value), 303)
  const booking = await releaseBooking(id, about)
  if (booking.ok) return redirect(paths.staff.lead(booking.value), 303)
  if (booking.reason === 'not-found') throw new Response(null, { status: 404 })
  const words = 'The time can no longer be had. Write to the visitor, or add a lead and book another time.'
  return refuse({ values: {}, errors: { '': [words] } }, 409)
}

function refuse({ values, errors }: { values: Typed; errors: FormErrors }, status: number) {
  return data({ values, errors }, { status })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  describePrivatePage(page ? `Held: ${page.held.title}` : 'Held')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: heldStyles }]

export default function HeldOne() {
  const page = useLoaderData<typeof loader>()
  const { held } = page
  const { values = {}, errors = {} } = useActionData<typeof action>() ?? {}
  return (
    <>
      <header className="bar">
        <h1>{held.title}</h1>
        <span className="label">{held.reference}</span>
        <div className="bar-end">
          <a href={paths.staff.held({ show: held.outcome === 'spam' ? 'spam' : 'held' })}>All that is held</a>
        </div>
      </header>
      <div className="desk-body split">
        <div className="stack">
          <ErrorSummary problems={problemsOf(errors, ['reason'])} />
          <section className="panel" aria-labelledby="who">
            <h2 id="who">{held.name || held.email}</h2>
            <DefinitionList
              entries={[
                { term: 'E-mail', value: held.email },
                { term: 'Company', value: held.company },
                { term: 'Received', value: held.received },
                { term: 'Message', value: held.message },
              ]
                .filter(({ value }) => value !== '')
                .map(({ term, value }) => ({ term, value: <span className="as-typed">{value}</span> }))}
            />
          </section>
          <details className="verbatim">
            <summary>Everything that was sent</summary>
            <pre className="as-typed">{held.verbatim}</pre>
          </details>
        </div>
        <div className="stack">
          <section className="panel" aria-labelledby="why">
            <h2 id="why">Why it is here</h2>
            <ul className="held-reasons">
              {held.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            <p className="beside">{held.score} points: 40 are held, 80 are spam.</p>
            {page.mayRelease && (
              <form method="post" className="btn-row">
                <Button tone="go" name="intent" value="release">
                  Release
                </Button>
                {held.outcome === 'held' && (
                  <Button name="intent" value="spam">
                    It is spam
                  </Button>
                )}
              </form>
            )}
          </section>
          {page.mayBlock && <BlockForm held={held} typed={values} errors={errors} />}
        </div>
      </div>
    </>
  )
}
