/** What belongs to a lead, or to a person, and goes with it when two are made one. */

/** A column that names the lead or the person, and by what a row of its table is known. */
export type Belonging = { table: string; column: string; row: string }

export const leadBelongings = [
  { table: 'booking', column: 'lead_id', row: 'id' },
  { table: 'submission', column: 'lead_id', row: 'id' },
  { table: 'requirement', column: 'lead_id', row: 'id' },
  { table: 'lead_file', column: 'lead_id', row: 'id' },
  { table: 'letter', column: 'lead_id', row: 'id' },
  { table: 'note', column: 'lead_id', row: 'id' },
  { table: 'task', column: 'lead_id', row: 'id' },
  { table: 'suggestion', column: 'lead_id', row: 'id' },
  { table: 'notification', column: 'lead_id', row: 'id' },
  { table: 'webhook_delivery', column: 'lead_id', row: 'id' },
  { table: 'lead_draft', column: 'lead_id', row: "staff_id || ' ' || kind" },
  { table: 'lead_event', column: 'lead_id', row: 'id' },
  // Those that were merged before are followed to where they are now in one step.
  { table: 'lead', column: 'merged_into_id', row: 'id' },
] as const satisfies readonly Belonging[]

export const personBelongings = [
  { table: 'lead', column: 'person_id', row: 'id' },
  { table: 'booking', column: 'person_id', row: 'id' },
  { table: 'person_email', column: 'person_id', row: 'id' },
  { table: 'person', column: 'merged_into_id', row: 'id' },
] as const satisfies readonly Belonging[]

/** What names a lead or a person and stays: what was said of it then, or what triggers keep. */
export const staying: readonly string[] = [
  'lead.previous_lead_id',
  'hosted_lead.lead_id',
  'desk_job_lead.lead_id',
  'desk_job_row.lead_id',
  'regrouping.lead_id',
  'regrouping.other_lead_id',
  'regrouping.person_id',
  'regrouping.other_person_id',
]

export type BelongingTable = (typeof leadBelongings | typeof personBelongings)[number]['table']

/** By what a row of that table is known. */
export function rowOf(table: string): string {
  return [...leadBelongings, ...personBelongings].find((each) => each.table === table)?.row ?? 'id'
}
