import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { describeRetention } from './keep-retention.server.ts'

/** What is cleared by itself, and when: for admins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  if (viewer.role !== 'admin') throw new Response('This page is for admins.', { status: 403 })
  const say = (moment: Date | null) => (moment ? sayMoment(moment, viewer.timeZone) : '–')
  const rules = await describeRetention(new Date())
  return {
    rules: rules.map(({ next, lastAt, due, ...rule }) => ({
      ...rule,
      due,
      next: due > 0 ? 'At the next run' : say(next),
      last: lastAt ? say(lastAt) : 'Not yet',
    })),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Retention')

export default function Retention() {
  const { rules } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Retention</h1>
      </header>
      <div className="desk-body">
        <p className="beside">
          What is kept for a while only is cleared once a day. This page changes nothing: it says what would
          go now.
        </p>
        <table className="grid">
          <caption className="said">What is cleared, and when</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Kept for</th>
              <th scope="col">Due now</th>
              <th scope="col" className="wide">
                Next
              </th>
              <th scope="col" className="wide">
                Last run
              </th>
              <th scope="col" className="wide">
                Cleared then
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.name}>
                <th scope="row">{rule.what}</th>
                <td>{rule.keeps}</td>
                <td className="num">{rule.due}</td>
                <td className="wide">{rule.next}</td>
                <td className="wide">{rule.last}</td>
                <td className="wide num">{rule.lastCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
