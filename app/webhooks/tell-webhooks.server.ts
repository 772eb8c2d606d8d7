import { Prisma } from '#app/prisma/client.ts'
import { webhookData, type Told } from './webhook-event.ts'

/**
 * A part of a statement that writes a delivery for everybody who wants to hear of this: in the transaction of what
 * happened, so that it is told exactly when it is so. Data that is not the event's throws a ZodError.
 */
export function toldToWebhooks({ event, data }: Told, about: { leadId: string; at: Date }): Prisma.Sql {
  const parsed = JSON.stringify(webhookData[event].parse(data))
  return Prisma.sql`
    INSERT INTO webhook_delivery (id, webhook_id, lead_id, event, data, at)
    SELECT gen_random_uuid(), webhook.id, ${about.leadId}::uuid, ${event}, ${parsed}::jsonb, ${about.at}
    FROM webhook WHERE webhook.active AND ${event} = ANY(webhook.events)`
}
