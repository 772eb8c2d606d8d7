import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'

/** What the database itself refuses. Dropping one of these by mistake must not pass unseen. */
const constraints = [
  'booking_blocks_itself',
  'booking_cancelled_at_when_cancelled',
  'booking_cancelled_by_when_cancelled',
  'booking_ends_after_start',
  'booking_few_guests',
  'booking_field_sizes',
  'booking_has_lead_unless_reserved',
  'booking_no_overlap',
  'booking_runs_out_while_reserved',
  'closure_range',
  'company_domain_lower_case',
  'consultation_type_limits',
  'consultation_type_long_limits',
  'consultation_type_minutes',
  'consultation_type_place',
  'consultation_type_sizes',
  'consultation_type_window',
  'day_override_range',
  'desk_setting_one_row',
  'external_calendar_sizes',
  'external_event_ends_after_start',
  'host_limits',
  'host_long_limits',
  'host_minutes',
  'host_region',
  'invitation_email_lower_case',
  'invitation_ends_once',
  'lead_closed_at_when_closed',
  'lead_draft_size',
  'lead_file_has_one_owner',
  'lead_file_sizes',
  'lead_lost_has_reason',
  'lead_merged_into_another',
  'lead_next_action_has_time',
  'lead_next_action_size',
  'lead_other_reason_has_note',
  'letter_lease_while_sending',
  'letter_sent_at_when_sent',
  'letter_template_size',
  'note_size',
  'person_email_lower_case',
  'question_choice_has_options',
  'question_label_size',
  'requirement_draft_size',
  'requirement_role_other',
  'requirement_role_position',
  'saved_view_size',
  'sender_block_lower_case',
  'sender_block_reason_size',
  'staff_assignment',
  'staff_away_range',
  'staff_email_lower_case',
  'staff_passkey_name_size',
  'submission_accepted_has_lead',
  'submission_accepted_without_sender',
  'suppression_reason',
  'task_done_by_when_done',
  'task_title_size',
  'time_off_range',
  'time_off_times',
  'travel_no_overlap',
  'travel_range',
  'type_host_rank',
  'type_host_weight',
  'webhook_delivery_answer_size',
  'webhook_delivery_lease_while_sending',
  'webhook_delivery_sent_at_when_sent',
  'webhook_has_events',
  'webhook_previous_secret_ends',
  'webhook_sizes',
  'weekly_hours_range',
  'weekly_hours_weekday',
]
const indexes = [
  'audit_by_entity',
  'booking_by_start',
  'booking_by_status_and_start',
  'booking_open_by_email',
  'booking_reserved',
  'external_calendar_due',
  'invitation_one_open',
  'lead_by_activity',
  'lead_by_creation',
  'lead_by_next_action',
  'lead_by_owner_and_activity',
  'lead_by_owner_and_creation',
  'lead_by_owner_and_next_action',
  'lead_by_owner_and_response_due',
  'lead_by_owner_status_and_activity',
  'lead_by_ref_prefix',
  'lead_by_response_due',
  'lead_by_role',
  'lead_by_skill',
  'lead_by_status_and_activity',
  'lead_by_status_and_creation',
  'lead_open_by_owner',
  'lead_search',
  'letter_due',
  'letter_leased',
  'notification_by_time',
  'notification_unread',
  'person_email_by_prefix',
  'person_email_one_primary',
  'schedule_one_default',
  'submission_waiting',
  'task_open_by_due',
  'view_choice_one_default',
  'webhook_delivery_due',
  'webhook_delivery_leased',
]
const triggers = [
  'audit_entry_append_only',
  'audit_entry_not_truncated',
  'booking_tells_free_times',
  'closure_tells_free_times',
  'consent_append_only',
  'consultation_type_tells_free_times',
  'day_override_tells_free_times',
  'external_event_tells_free_times',
  'host_tells_free_times',
  'lead_event_append_only',
  'letter_wakes_workers',
  'requirement_changes_lead',
  'requirement_role_changes_lead',
  'schedule_tells_free_times',
  'staff_keeps_an_admin',
  'task_changes_lead',
  'time_off_tells_free_times',
  'travel_tells_free_times',
  'type_host_tells_free_times',
  'webhook_delivery_wakes_workers',
  'weekly_hours_tells_free_times',
  'worked_holiday_tells_free_times',
]

test('every named constraint is in the database', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`SELECT conname AS name FROM pg_constraint`
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(constraints))
})

test('every index that Prisma cannot declare is in the database', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`SELECT indexname AS name FROM pg_indexes`
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(indexes))
})

test('every trigger is in the database', async () => {
  const rows = await db.$queryRaw<
    { name: string }[]
  >`SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal`
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(triggers))
})

test('the constraint against double bookings cannot be deferred to the end of a transaction', async () => {
  const rows = await db.$queryRaw<{ deferrable: boolean }[]>`
    SELECT condeferrable AS deferrable FROM pg_constraint WHERE conname = 'booking_no_overlap'`
  expect(rows).toEqual([{ deferrable: false }])
})
