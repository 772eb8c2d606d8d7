import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { zoneGroups } from '#app/booking/picker/zone-choices.ts'
import { ZoneScript } from '#app/booking/picker/zone-script.tsx'
import { parseFormData } from '#app/ops/forms.server.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { sayDone } from '#app/ops/say-done.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { askForRights } from '#app/privacy/rights-request.server.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { dateIn } from '#app/time/instants.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import requestStyles from '#app/ui/styles/requests.css?url'
import { revokeBrief, shareBrief } from '../brief/brief-links.server.ts'
import { BriefPart } from '../brief/brief-part.tsx'
import { readUpload, type Upload } from '../files/read-upload.server.ts'
import { atFirstRow, rowsAfter, typedRows } from '../role-rows.ts'
import { attachUpload } from './attach-file.server.ts'
import { knownWith } from './change-offer.server.ts'
import { EditPart } from './edit-part.tsx'
import { getFollowed, type Followed } from './find-status.server.ts'
import { NewerNotice } from './newer-notice.tsx'
import { OnwardPart } from './onward-part.tsx'
import { showStatus } from './show-status.server.ts'
import { addVisitorNote, editAnswers, withdrawRequest, type ChangeRefusal } from './status-acts.server.ts'
import { statusActSchema, statusFields, type StatusAct } from './status-acts.ts'
import { DeletePart, FilePart, NotePart, StageList, WithdrawPart } from './status-parts.tsx'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const followed = await getFollowed(params.token ?? '')
  const now = new Date()
  const { zone, offer, ...shown } = await showStatus(followed, now)
  const zones = zoneGroups(zone, { date: dateIn(now, zone), now: now.getTime(), clock: '24' })
  return {
    ...shown,
    offer: { ...offer, zones },
    done: sayDone(doneWords, request),
    isRefused: isRefused(context),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const followed = await getFollowed(params.token ?? '')
  const upload = await readUpload(request)
  const form = parseFormData(statusActSchema(knownWith(followed)), upload.form)
  const rows = rowsAfter(form.values)
  if (rows) return data({ values: { ...form.values, intent: 'edit', roles: rows }, errors: {} })
  const refuse = (errors: FormErrors, status: number) => {
    markRefused(context)
    return data({ values: form.values, errors }, { status })
  }
  if (!form.ok) return refuse(form.errors, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ '': [words] }, 429)
  }

  const acted = await act(followed, form.value, { upload, ip: context.ip, now: new Date() })
  if (acted.errors) return refuse(acted.errors, 422)
  return redirect(paths.status(acted.token ?? params.token ?? '', { done: form.value.intent }), 303)
}

/** Does it. `token`: of the page that shows it, when that is another one. */
async function act(
  followed: Followed,
  told: StatusAct,
  { upload, ip, now }: { upload: Upload; ip: string; now: Date },
): Promise<{ errors?: FormErrors; token?: string }> {
  switch (told.intent) {
    case 'share':
      await shareBrief(followed.id, now)
      return {}
    case 'revoke':
      await revokeBrief(followed.id)
      return {}
    case 'note':
      await addVisitorNote(followed, told, now)
      return {}
    case 'attach': {
      const attached = await attachUpload(followed, upload, { ip, key: told.key, now })
      return attached.ok ? {} : { errors: { file: [attached.reason] } }
    }
    case 'edit': {
      const changed = await editAnswers(followed, told, { now, titleOf: roleTitle })
      if (!changed.ok) return { errors: { change: [changeRefusals[changed.reason]] } }
      return { token: signLink('status', changed.value) }
    }
    case 'withdraw':
      await withdrawRequest(followed, told.reason, now)
      return {}
    case 'delete':
      await askForRights(followed.email, now)
      return {}
    default:
      return told satisfies never
  }
}

const changeRefusals: Record<ChangeRefusal, string> = {
  'nothing-new':
    'These are the answers that we have already. Change what is different now, and send them then.',
  'changed-since':
    'You have changed these answers on another page since. See there what we have, or send these once more to have them instead.',
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: requestStyles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(`${shown?.isRefused ? 'Error: ' : ''}Where your request stands`)

const doneWords: Record<StatusAct['intent'], string> = {
  share: 'The link for colleagues works now.',
  revoke: 'The link for colleagues does not work any more.',
  note: 'Added. Whoever works on your request sees it.',
  attach: 'Attached. Whoever works on your request can open it.',
  edit: 'Sent. We have your first answers and the changed ones, which stand here now.',
  withdraw: 'Your request is withdrawn. Thank you for telling us.',
  delete: 'A letter with the link is on its way to the address of this request.',
}

export default function StatusPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { values = {} } = refused ?? {}
  const errors = atFirstRow(refused?.errors ?? {})
  const intent = typedText(values, 'intent')
  const isEditing = intent === 'edit'
  const done = !refused && page.done
  const form = { keyOfForm: page.key, typed: values, errors }
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(errors, statusFields(typedRows(values).length))} />
      {done && <Notice tone="success">{done}</Notice>}
      <NewerNotice changedHref={page.changedHref} newestHref={page.newestHref} />
      <p className="label">Request {page.reference}</p>
      <h1>{page.title}</h1>
      <StageList stages={page.stages} />
      <h2>What happens next</h2>
      <p className="lede">{page.next}</p>
      <OnwardPart isClosed={page.isClosed} hasCall={page.hasCall} bookHref={page.bookHref} />
      <h2>What you sent</h2>
      <DefinitionList
        entries={[...page.answers, ...page.files].map(({ label, value }) => ({
          term: label,
          value: <span className="as-typed">{value}</span>,
        }))}
      />
      {!page.isClosed && (isEditing || !page.changedHref) && (
        <div className="acts no-print">
          <EditPart
            {...form}
            typed={isEditing ? values : page.editable}
            isOpen={isEditing}
            offer={page.offer}
            newestHref={page.changedHref}
          />
          <ZoneScript />
        </div>
      )}
      <BriefPart url={page.briefUrl} />
      {!page.isClosed && <NotePart {...form} />}
      {!page.isClosed && <FilePart {...form} />}
      <div className="acts no-print">
        {!page.isClosed && <WithdrawPart {...form} isOpen={intent === 'withdraw'} hasCall={page.hasCall} />}
        <DeletePart />
      </div>
    </div>
  )
}
