import { Prisma } from '#app/prisma/client.ts'

/**
 * What is kept for a while only. `due` are the rows whose time is over, `since` is what their time is counted from, and
 * `clear` is what becomes of at most so many of them. The privacy notice says the same in words.
 */
export type RetentionRule = {
  name: string
  /** "Drafts of requirements". */
  what: string
  /** "14 days after the last change". */
  keeps: string
  table: Prisma.Sql
  since: Prisma.Sql
  /** How long, as PostgreSQL reads it. */
  interval: string
  /** Besides being old. */
  only: Prisma.Sql
  clear: 'delete' | 'empty' | 'leads' | 'regroupings'
}

const { sql } = Prisma

export const retentionRules: readonly RetentionRule[] = [
  {
    ...{ name: 'drafts', what: 'Requirements that were begun and not sent', keeps: '14 days' },
    ...{ table: sql`requirement_draft`, since: sql`updated_at`, interval: '14 days' },
    ...{ only: sql`true`, clear: 'delete' },
  },
  {
    ...{ name: 'spam', what: 'Spam: after that only a fingerprint of its words', keeps: '30 days' },
    ...{ table: sql`submission`, since: sql`created_at`, interval: '30 days' },
    ...{ only: sql`outcome = 'spam' AND email <> ''`, clear: 'empty' },
  },
  {
    ...{ name: 'held', what: 'What looked like abuse and nobody released', keeps: '90 days' },
    ...{ table: sql`submission`, since: sql`created_at`, interval: '90 days' },
    ...{ only: sql`outcome = 'held'`, clear: 'delete' },
  },
  {
    ...{ name: 'leads', what: 'Leads without a deal, with all that belongs to them', keeps: '24 months' },
    ...{ table: sql`lead`, since: sql`last_activity_at`, interval: '24 months' },
    ...{ only: sql`status <> 'won'`, clear: 'leads' },
  },
  {
    ...{ name: 'deleted', what: 'Leads that staff deleted, with all that belongs to them', keeps: '30 days' },
    ...{ table: sql`lead`, since: sql`deleted_at`, interval: '30 days' },
    ...{ only: sql`deleted_at IS NOT NULL`, clear: 'leads' },
  },
  {
    ...{ name: 'regroupings', what: 'What undoing a merge or a split goes back to', keeps: '30 days' },
    ...{ table: sql`regrouping`, since: sql`at`, interval: '30 days' },
    ...{ only: sql`true`, clear: 'regroupings' },
  },
  {
    ...{ name: 'files', what: 'Files that came with a requirement', keeps: '12 months' },
    ...{ table: sql`lead_file`, since: sql`created_at`, interval: '12 months' },
    ...{ only: sql`true`, clear: 'delete' },
  },
  {
    ...{ name: 'letters', what: 'Letters that were sent, or never will be', keeps: '12 months' },
    ...{ table: sql`letter`, since: sql`created_at`, interval: '12 months' },
    ...{ only: sql`state NOT IN ('queued', 'sending', 'retry')`, clear: 'delete' },
  },
  {
    ...{ name: 'counts', what: 'Counts of how often an address sent something', keeps: '48 hours' },
    ...{ table: sql`rate_limit`, since: sql`expire`, interval: '48 hours' },
    ...{ only: sql`expire IS NOT NULL`, clear: 'delete' },
  },
  {
    ...{ name: 'rights', what: 'Links to one’s own data', keeps: '24 hours' },
    ...{ table: sql`rights_request`, since: sql`expires_at`, interval: '24 hours' },
    ...{ only: sql`true`, clear: 'delete' },
  },
  {
    ...{ name: 'jobs', what: 'What was changed, exported or imported at once', keeps: '30 days' },
    ...{ table: sql`desk_job`, since: sql`created_at`, interval: '30 days' },
    ...{ only: sql`state NOT IN ('preparing', 'running', 'undoing')`, clear: 'delete' },
  },
  {
    ...{ name: 'bounces', what: 'Fingerprints of addresses that refused a letter', keeps: '30 days' },
    ...{ table: sql`suppression`, since: sql`created_at`, interval: '30 days' },
    ...{ only: sql`reason = 'bounced'`, clear: 'delete' },
  },
  {
    ...{ name: 'blocks', what: 'Blocked senders, once their block is over', keeps: '90 days' },
    ...{ table: sql`sender_block`, since: sql`until`, interval: '90 days' },
    ...{ only: sql`true`, clear: 'delete' },
  },
]
