import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { Pager } from '#app/ui/pager.tsx'
import heldStyles from '#app/ui/styles/desk-held.css?url'
import { liftBlock, mayBlock, mayRelease, requireBlocker } from './act-on-held.server.ts'
import { heldTabNames, heldTabs, readHeldFilter } from './held-filter.ts'
import { BlockList, HeldList, NothingHeld } from './held-list.tsx'
import { blockWords, describeHeldRow } from './held-view.ts'
import { countHeld, listBlocks, listHeld, type BlockRow } from './list-held.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { show, after } = readHeldFilter(new URL(request.url).searchParams)
  const blocks = show === 'blocked' ? await listBlocks(new Date()) : []
  const { rows, next } =
    show === 'blocked' ? { rows: [], next: null } : await listHeld({ outcome: show, after })
  return {
    show,
    counts: await countHeld(),
    rows: rows.map((row) => describeHeldRow(row, viewer.timeZone)),
    blocks: blocks.map((block) => describeBlock(block, viewer.timeZone)),
    newest: after ? paths.staff.held({ show }) : null,
    older: next ? paths.staff.held({ show, after: next }) : null,
    mayEdit: mayRelease(viewer),
    mayBlock: mayBlock(viewer),
  }
}

/** Lifts a block; what can be done with something that is held is on its own page. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireBlocker(viewer)
  const form = await parseForm(z.object({ id: z.uuid() }), request)
  if (!form.ok) throw new Response('Which block?', { status: 422 })
  await liftBlock(form.value.id, new Date())
  return redirect(paths.staff.held({ show: 'blocked' }), 303)
}

function describeBlock({ id, kind, value, reason, until, staff }: BlockRow, zone: TimeZone) {
  return {
    ...{ id, reason, what: blockWords[kind], value: kind === 'ip' ? 'A sender' : value },
    by: staff?.name ?? 'Somebody who left',
    until: sayMoment(until, zone),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Held')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: heldStyles }]

export default function Held() {
  const { show, counts, rows, blocks, ...page } = useLoaderData<typeof loader>()
  const isEmpty = rows.length + blocks.length === 0
  return (
    <>
      <header className="bar">
        <h1>Held</h1>
      </header>
      <div className="desk-body">
        <Chips label="Show">
          {heldTabs.map((tab) => (
            <Chip key={tab} href={paths.staff.held({ show: tab })} isHere={tab === show}>
              {tab === 'blocked' ? heldTabNames[tab] : `${heldTabNames[tab]} (${counts[tab]})`}
            </Chip>
          ))}
        </Chips>
        {isEmpty && <NothingHeld show={show} />}
        {rows.length > 0 && <HeldList rows={rows} mayEdit={page.mayEdit} />}
        {blocks.length > 0 && <BlockList blocks={blocks} mayBlock={page.mayBlock} />}
        <Pager
          newer={page.newest ? { href: page.newest, label: '← Newest' } : null}
          older={page.older ? { href: page.older } : null}
        />
      </div>
    </>
  )
}
