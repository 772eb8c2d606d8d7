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
import { sayDone } from '#app/ops/say-done.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckList } from '#app/ui/check-list.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import requestStyles from '#app/ui/styles/requests.css?url'
import { asRows } from './data-file.ts'
import { erasePerson } from './erase-person.server.ts'
import { gatherData } from './held-data.server.ts'
import { askToCorrect, withdrawConsents } from './rights-acts.server.ts'
import { rightsActSchema } from './rights-acts.ts'
import { requireRights, rightsCookie } from './rights-cookie.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const email = await requireRights(request, new Date())
  const records = await gatherData(email)
  return {
    email,
    done: sayDone(doneWords, request),
    records: records.map((record) => ({
      kind: record.kind,
      when: sayMoment(record.when, site.office.timeZone),
      lines: asRows([record])
        .slice(1)
        .map(([, , field = '', value = '']) => ({ field, value }))
        .filter(({ value }) => value !== ''),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const now = new Date()
  const email = await requireRights(request, now)
  const form = await parseForm(rightsActSchema, request)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
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

export const meta: MetaFunction = () => describePrivatePage('Your data')

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
      </p>
      <p className="btn-row">
        <a className="btn" href={paths.privacyFile('json')} download>
          Download as JSON
        </a>
        <a className="btn" href={paths.privacyFile('csv')} download>
          Download as CSV
        </a>
      </p>
      {records.map(({ kind, when, lines }, index) => (
        // Records have no names and never change places.
        <details key={index} className="held-record">
          <summary>
            {kind} <span className="label">{when}</span>
          </summary>
          <dl>
            {lines.map(({ field, value }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
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
