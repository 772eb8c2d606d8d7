import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { describeAnswers } from './describe-requirement.ts'
import { findRequest } from './find-request.server.ts'
import { sayPromise } from './say-promise.ts'
import { storedAnswersSchema } from './stored-answers.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const request = await findRequest(token)
  if (!request) throw new Response(null, { status: 404 })

  const answers = storedAnswersSchema.safeParse(request.payload)
  return {
    token,
    reference: request.reference,
    email: request.email,
    replyBy: sayPromise(
      await promisedBy(db, request.createdAt),
      answers.success ? (answers.data.timeZone ?? '') : '',
    ),
    answers: answers.success ? describeAnswers(answers.data, roleTitle) : [],
  }
}

export const meta: MetaFunction = () => describePrivatePage('Your request')

export default function Done() {
  const { token, reference, email, replyBy, answers } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <p className="label">Received</p>
      <h1>Thank you. We have your request.</h1>
      <p>
        Your reference is <span className="reference">{reference}</span>. We are sending a confirmation to{' '}
        <strong>{email}</strong>.
      </p>
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
      <DefinitionList entries={answers.map(({ label, value }) => ({ term: label, value }))} />
    </div>
  )
}
