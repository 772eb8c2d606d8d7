import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { calls } from '#app/marketing/calls.ts'
import { describePage } from '#app/seo/head.ts'
import { noticeVersion } from '#app/marketing/notice.ts'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { findRole, listRoles, roleTitle } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { mostRoles, otherRole, requirementSchema } from './requirement.ts'
import { RequirementForm } from './requirement-form.tsx'
import { rowsAfter, rowsFor } from './role-rows.ts'
import { shareRequirement, type ShareRefusal } from './share-requirement.server.ts'

const schema = requirementSchema({ isRole: (role) => findRole(role) !== null, noticeVersion })

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.getAll('role')
  const known = asked.filter((role) => findRole(role) !== null).slice(0, mostRoles)
  return {
    roles: [
      ...listRoles().map(({ slug, title }) => ({ value: slug, label: title })),
      { value: otherRole, label: roleTitle(otherRole) },
    ],
    rows: rowsFor(known),
    timeZone: isZoneGuessed(request) ? '' : visitorZone(request),
    newKey: randomUUID(),
    noticeVersion,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(schema, request)
  const rows = rowsAfter(form.values)
  if (rows) return answer({ values: { ...form.values, roles: rows }, errors: {} }, 200)
  if (!form.ok) return answer({ values: form.values, errors: form.errors }, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return answer({ values: form.values, errors: { '': [words] } }, 429)
  }

  const shared = await shareRequirement(form.value, { now: new Date(), titleOf: roleTitle })
  if (!shared.ok) {
    const status = shared.reason === 'too-many' ? 429 : 422
    // Sent again, it is another request and needs a key of its own.
    const values =
      shared.reason === 'key-reused' ? { ...form.values, idempotencyKey: undefined } : form.values
    return answer({ values, errors: { '': [refusalWords[shared.reason]] } }, status)
  }
  return redirect(paths.startDone(signLink('request', shared.value)), 303)
}

const refusalWords: Record<ShareRefusal, string> = {
  'key-reused': 'This form was sent before with other answers. Send it again to make it a second request.',
  'too-many': `We have several requests from this address today. Write to ${site.email} to add to them.`,
}

function answer(shown: { values: Typed; errors: FormErrors }, status: number) {
  return data(shown, { status })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: calls.start.label,
    description: `Tell ${site.name} whom your team needs: roles, seniority, skills, start and shared hours, on one page and without an account.`,
    path: paths.start(),
    matches,
  })

export default function Start() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="split-page">
      <div>
        <h1>{calls.start.label}</h1>
        <p className="lede">{calls.start.sentence}</p>
        <RequirementForm {...page} values={refused?.values} errors={refused?.errors ?? {}} />
      </div>
      <aside aria-labelledby="next" className="aside">
        <h2 id="next">What happens next</h2>
        <DefinitionList
          entries={[
            { term: 'At once', value: 'You get a reference, and a letter that leads back to what you sent.' },
            { term: `Within ${site.replyWithin}`, value: 'A consultant reads it and answers you by e-mail.' },
            { term: 'Then', value: 'You talk, you meet the people we suggest, and you decide.' },
          ]}
        />
        <p>{calls.together}</p>
        <p>
          Rather talk first? <a href={paths.book()}>{calls.book.label}</a>
        </p>
      </aside>
    </div>
  )
}
