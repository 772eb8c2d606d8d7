import { data, type ActionFunctionArgs } from '@remix-run/node'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { requireSession } from '../viewer.server.ts'
import { offerNewPasskey, offerPasskeySignIn } from './passkeys.server.ts'

/** What a browser's script needs before it asks the device: a new challenge, to sign in or to add a key. */
export async function action({ request, context }: ActionFunctionArgs) {
  const taken = await takeFrom('link-page', context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    return data(null, { status: 429 })
  }
  const form = await readForm(request)
  const now = new Date()
  switch (form.get('purpose')) {
    case 'sign-in':
      return Response.json(await offerPasskeySignIn(now))
    case 'add':
      return Response.json(await offerNewPasskey(await viewerOf(request), now))
    default:
      return Response.json({ error: 'Say what the passkey is for.' }, { status: 422 })
  }
}

/** Nothing is here to read. */
export function loader() {
  return new Response(null, { status: 404 })
}

/** Also for who owes a second factor: this is how one is added. */
async function viewerOf(request: Request) {
  return (await requireSession(request, { evenWithoutFactor: true })).viewer
}
