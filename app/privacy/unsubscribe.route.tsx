import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import { declineLetters, getDecliner, wantLettersAgain } from './decline-letters.server.ts'

/** Programs that read mail open every link in it: only posting does anything. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  await getDecliner(params.token ?? '')
  return null
}

/**
 * Answers where it was asked, without leading elsewhere: mail programs post here themselves, with
 * `List-Unsubscribe=One-Click` and nothing else (RFC 8058).
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const email = await getDecliner(params.token ?? '')
  const form = await readForm(request)
  if (form.get('intent') === 'again') {
    await wantLettersAgain(email)
    return { isDeclined: false }
  }
  await declineLetters(email, new Date())
  return { isDeclined: true }
}

export const meta: MetaFunction = () => describePrivatePage('Letters from us')

export default function Unsubscribe() {
  const acted = useActionData<typeof action>()
  if (acted?.isDeclined) return <Declined />
  return (
    <div className="page">
      {acted && <p className="label">Done: you get them again</p>}
      <h1>Stop reminders and the like</h1>
      <p className="lede">
        {site.name} then sends this address no reminders of consultations, no letters after them and nothing
        else that comes unasked. You still get what answers you: confirmations, changes and cancellations.
      </p>
      <form method="post">
        <Button tone="go" name="intent" value="stop">
          Stop these letters
        </Button>
      </form>
    </div>
  )
}

function Declined() {
  return (
    <div className="page">
      <p className="label">Done</p>
      <h1>You get no more of these letters</h1>
      <p className="lede">
        It holds from now on. What answers you still comes: confirmations, changes, cancellations.
      </p>
      <p>Pressed by mistake?</p>
      <form method="post">
        <Button name="intent" value="again">
          Send them again
        </Button>
      </form>
    </div>
  )
}
