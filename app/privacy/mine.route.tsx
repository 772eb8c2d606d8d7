import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm } from '#app/ops/forms.server.ts'
import { isRefused, markRefused } from '#app/ops/refused-form.server.ts'
import { sayDone } from '#app/ops/say-done.ts'
import { paths } from '#app/paths.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import { zoneInCookies } from '#app/time/zone-cookie.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckList } from '#app/ui/check-list.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import requestStyles from '#app/ui/styles/requests.css?url'
import { erasePerson } from './erase-person.server.ts'
import { gatherData } from './held-data.server.ts'
import { readableRecord } from './readable-record.ts'
import { askToCorrect, withdrawConsents } from './rights-acts.server.ts'
import { rightsActSchema } from './rights-acts.ts'
import { requireRights, rightsCookie } from './rights-cookie.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const email = await requireRights(request, new Date())
  const records = await gatherData(email)
  const timeZone = zoneInCookies(request.headers.get('cookie') ?? '') ?? site.office.timeZone
  return {
    email,
    done: sayDone(doneWords, request),
    isRefused: isRefused(context),
    records: records.map((record) => ({
      ...readableRecord(record, { timeZone, titleOf: roleTitle }),
      when: sayMoment(record.when, timeZone),
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const now = new Date()
  const email = await requireRights(request, now)
  const form = await parseForm(rightsActSchema, request)
  if (!form.ok) {
    markRefused(context)
    return data({ errors: form.errors }, { status: 422 })
  }
  switch (form.value.intent) {
    case 'correct':
      await askToCorrect(email, form.value.words, now)
      return redirect(paths.privacyMine({ done: 'correct' }), 303)
    case 'withdraw':
      await withdrawConsents(email, now)
      return redirect(paths.privacyMine({ done: 'withdraw' }), 303)
    case 'erase':
      await erasePerson(email, now)
      return redirect(paths.privacyRequest({ erased: '1' }), {
        status: 303,
        headers: { 'Set-Cookie': rightsCookie(null) },
      })
  }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: requestStyles }]

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(`${shown?.isRefused ? 'Error: ' : ''}Your data`)

const doneWords = {
  correct: 'Thank you. Somebody looks at it and corrects what is wrong.',
  withdraw: 'Withdrawn. What was done before stays lawful; nothing more is done on that ground.',
}

export default function Mine() {
  const { email, done, records } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(errors, ['words', 'sure'])} />
      {done && <Notice tone="success">{done}</Notice>}
      <h1>What we hold of you</h1>
      <p className="lede">
        Everything under <strong>{email}</strong>. This page closes a quarter of an hour after it was opened.
        The files hold the same to the letter.
      </p>
      <p className="btn-row">
        <a className="btn" href={paths.privacyFile('json')} download>
          Download as JSON
        </a>
        <a className="btn" href={paths.privacyFile('csv')} download>
          Download as CSV
        </a>
      </p>
      {records.map(({ kind, name, when, lines }, index) => (
        // Records never change places.
        <details key={index} className="held-record">
          <summary>
            {kind}
            {name && `: ${name}`} <span className="label">{when}</span>
          </summary>
          <DefinitionList
            entries={lines.map(({ term, value }) => ({
              term,
              value: <span className="as-typed">{value}</span>,
            }))}
          />
        </details>
      ))}
      <h2>Correct something</h2>
      <form method="post" className="form" noValidate>
        <TextArea name="words" label="What is wrong, and how it should read" rows={4} errors={errors.words} />
        <div>
          <Button name="intent" value="correct">
            Ask for a correction
          </Button>
        </div>
      </form>
      <h2>Withdraw your consents</h2>
      <p>We stop using your data on that ground. An open request of yours stays until you have it erased.</p>
      <form method="post">
        <Button name="intent" value="withdraw">
          Withdraw all consents
        </Button>
      </form>
      <h2>Erase everything</h2>
      <p>
        This cannot be taken back. Consultations that are still to come are cancelled, and the links in our
        letters stop working.
      </p>
      <form method="post" className="form" noValidate>
        <CheckList
          name="sure"
          label="Are you sure?"
          choices={[{ value: 'yes', label: 'Yes, erase everything that you hold of me' }]}
          ticked={[]}
          errors={errors.sure ?? []}
        />
        <div>
          <Button tone="danger" name="intent" value="erase">
            Erase my data
          </Button>
        </div>
      </form>
    </div>
  )
}
