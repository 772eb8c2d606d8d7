/** How many cards of which column are asked for, as the address says it: `more=new:50,proposed:75`. */
import type { LeadStatus } from '#app/prisma/enums.ts'
import { openStatuses } from '../lead-status.ts'

export function moreOf(text: string | null): Map<LeadStatus, number> {
  const asked = (text ?? '').split(',').flatMap((part): [LeadStatus, number][] => {
    const [name, cards = ''] = part.split(':')
    const status = openStatuses.find((open) => open === name)
    return status && /^\d{2,3}$/.test(cards) ? [[status, Number(cards)]] : []
  })
  return new Map(asked)
}

export function writeMore(more: ReadonlyMap<LeadStatus, number>): string | undefined {
  return [...more].map(([status, cards]) => `${status}:${cards}`).join(',') || undefined
}
