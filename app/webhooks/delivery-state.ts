import type { WebhookState } from '#app/prisma/enums.ts'
import type { StatusTone } from '#app/ui/status.tsx'

export const deliveryStateWords: Record<WebhookState, { name: string; tone: StatusTone }> = {
  queued: { name: 'Queued', tone: 'soft' },
  sending: { name: 'Sending', tone: 'blue' },
  sent: { name: 'Delivered', tone: 'signal' },
  retry: { name: 'Will retry', tone: 'amber' },
  dead: { name: 'Given up', tone: 'alert' },
}
