import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newStamp, readGuard, staleWords } from '#app/abuse/guard.server.ts'
import { fastestForm, judge } from '#app/abuse/judge.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { noticeVersion } from '#app/marketing/notice.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { cityOf } from '#app/time/say.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MessageForm } from './message-form.tsx'
import { messageSchema } from './message.ts'
import { sendMessage, type MessageRefusal } from './send-message.server.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Contact' }]
const schema = messageSchema({ noticeVersion })

export function loader({ request }: LoaderFunctionArgs) {
  const sent = new URL(request.url).searchParams.get('sent') ?? ''
  return {
    sent: /^R-[0-9A-Z]{4,12}$/.test(sent) ? sent : null,
    newKey: randomUUID(),
    newStamp: newStamp(new Date()),
    noticeVersion,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(schema, request)
  if (!form.ok) return answer({ values: form.values, errors: form.errors }, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return answer({ values: form.values, errors: { '': [words] } }, 429)
  }

  const now = new Date()
  const guard = readGuard(form.values, now)
  if (guard.kind === 'stale') {
    return answer({ values: { ...form.values, opened: undefined }, errors: { '': [staleWords] } }, 422)
  }
  const { name, email, message: text } = form.value
  const person = { name, email, company: '' }
  const judgement = await judge({ guard, fastest: fastestForm, person, text, ip: context.ip }, now)
  const sent = await sendMessage(form.value, { now, judgement })
  if (!sent.ok) {
    const status = sent.reason === 'too-many' ? 429 : 422
    // Sent again, it is another message and needs a key of its own.
    const values = sent.reason === 'key-reused' ? { ...form.values, idempotencyKey: undefined } : form.values
    return answer({ values, errors: { '': [refusalWords[sent.reason]] } }, status)
  }
  return redirect(paths.contact({ sent: sent.value.reference }), 303)
}

const refusalWords: Record<MessageRefusal, string> = {
  'key-reused': 'This form was sent before with other words. Send it again to make it a second message.',
  'too-many': `We have several messages from this address today. Write to ${site.email} to add to them.`,
}

function answer(shown: { values: Typed; errors: FormErrors }, status: number) {
  return data(shown, { status })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: 'Contact',
    description: `Write to ${site.name}: a short form without an account, the e-mail address, and the office hours with their time zone. An answer within ${site.replyWithin}.`,
    path: paths.contact(),
    matches,
    crumbs,
  })

export default function Contact() {
  const { sent, newKey, newStamp: stamp, noticeVersion: version } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="split-page">
      <div>
        <Breadcrumbs crumbs={crumbs} />
        <h1>Contact</h1>
        {sent && !refused ? (
          <Received reference={sent} />
        ) : (
          <>
            <p className="lede">
              A question, a remark, something that went wrong: write it here, and a person answers within{' '}
              {site.replyWithin}.
            </p>
            <MessageForm
              newKey={newKey}
              newStamp={stamp}
              noticeVersion={version}
              values={refused?.values}
              errors={refused?.errors ?? {}}
            />
          </>
        )}
      </div>
      <Reach />
    </div>
  )
}

function Received({ reference }: { reference: string }) {
  return (
    <>
      <Notice tone="success" heading="Thank you. We have your message.">
        <p>
          Its reference is <span className="reference">{reference}</span>. A confirmation is on its way to
          you, and an answer follows within {site.replyWithin}.
        </p>
      </Notice>
      <p>
        <a href={paths.contact()}>Write another message</a>
      </p>
    </>
  )
}

function Reach() {
  const { opens, closes, timeZone } = site.office
  return (
    <aside className="aside" aria-labelledby="reach">
      <h2 id="reach">Other ways to reach us</h2>
      <DefinitionList
        entries={[
          { term: 'E-mail', value: <a href={`mailto:${site.email}`}>{site.email}</a> },
          {
            term: 'Office hours',
            value: `Monday to Friday, ${opens} to ${closes}, ${cityOf(timeZone)} time`,
          },
          { term: 'On your clock', value: <a href={paths.sharedHours()}>See the hours we would share</a> },
        ]}
      />
      <p>
        You know whom you need? <a href={paths.start()}>{calls.start.label}</a>. You would rather talk?{' '}
        <a href={paths.book()}>{calls.book.label}</a>.
      </p>
    </aside>
  )
}
