import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import requestStyles from '#app/ui/styles/requests.css?url'
import { BriefPart } from './brief/brief-part.tsx'
import { briefPath, revokeBrief, shareBrief } from './brief/brief-links.server.ts'
import { describeAnswers } from './describe-requirement.ts'
import { findRequest } from './find-request.server.ts'
import { meantAddress } from './meant-address.ts'
import { sayPromise } from './say-promise.ts'
import { storedAnswersSchema } from './stored-answers.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const request = await getRequest(token)
  const brief = briefPath(request, new Date())
  const answers = storedAnswersSchema.safeParse(request.payload)
  return {
    token,
    reference: request.reference,
    email: request.email,
    meant: meantAddress(request.email),
    replyBy: sayPromise(
      await promisedBy(db, request.createdAt),
      answers.success ? (answers.data.timeZone ?? '') : '',
    ),
    answers: answers.success ? describeAnswers(answers.data, roleTitle) : [],
    briefUrl: brief && env.APP_URL + brief,
  }
}

const actSchema = z.object({ intent: z.enum(['share', 'revoke']) })

/** Opens and closes the brief; everything else asks for the link that was mailed. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const { id } = await getRequest(token)
  const form = await parseForm(actSchema, request)
  if (!form.ok) throw new Response('Share the brief, or stop sharing it?', { status: 422 })
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Press it again ${sayWait(taken.retryAfterSeconds)}.`
    return data({ errors: { '': [words] } }, { status: 429 })
  }
  if (form.value.intent === 'share') await shareBrief(id, new Date())
  else await revokeBrief(id)
  return redirect(`${paths.startDone(token)}#brief`, 303)
}

async function getRequest(token: string) {
  const request = await findRequest(token)
  if (!request) throw new Response(null, { status: 404 })
  return request
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: requestStyles }]

export const meta: MetaFunction = () => describePrivatePage('Your request')

export default function Done() {
  const { token, reference, email, meant, replyBy, answers, briefUrl } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, [])} />
      <p className="label">Received</p>
      <h1>Thank you. We have your request.</h1>
      <p>
        Your reference is <span className="reference">{reference}</span>. We are sending a confirmation to{' '}
        <strong>{email}</strong>.
      </p>
      {meant && (
        <Notice tone="amber">
          <p>
            Is the address right? It looks like <strong>{meant}</strong>. If it is that one, write to{' '}
            <a href={`mailto:${site.email}`}>{site.email}</a> with your reference: our answer would not reach
            you.
          </p>
        </Notice>
      )}
      <h2>What happens next</h2>
      <p>
        A consultant reads it and answers you{' '}
        {replyBy ? (
          <>
            by <strong>{replyBy}</strong>
          </>
        ) : (
          `within ${site.replyWithin}`
        )}
        . You need not wait: pick a time to talk now, and nothing that you wrote is asked again.
      </p>
      <div className="btn-row no-print">
        <ButtonLink tone="go" href={paths.book({ request: token })}>
          {calls.book.label}
        </ButtonLink>
        <ButtonLink href={paths.roles()}>Read what each role does</ButtonLink>
      </div>
      <h2>What you sent</h2>
      <DefinitionList
        entries={answers.map(({ label, value }) => ({
          term: label,
          value: <span className="as-typed">{value}</span>,
        }))}
      />
      <BriefPart url={briefUrl} />
      <h2>Later on</h2>
      <p>
        The confirmation has a link to the page of your request. There you see where it stands, add a note or
        a file, change your answers, or withdraw it.
      </p>
      <p>
        What we hold of you can be <a href={paths.privacyRequest()}>seen, corrected or erased</a> at any time.
      </p>
    </div>
  )
}
