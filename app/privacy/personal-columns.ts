/**
 * Every column that can hold words, by whether they are somebody's who wrote to us. A test fails on one that stands in
 * neither list: add it here, and if it is personal to the function `erase_person` (a new migration replaces it).
 */
const personal: Record<string, readonly string[]> = {
  booking: [
    ...[
      'visitor_name',
      'visitor_email',
      'visitor_time_zone',
      'company',
      'phone',
      'message',
      'guests',
      'answers',
    ],
    ...['location', 'cancel_reason', 'reserved_by', 'idempotency_key', 'request_hash'],
  ],
  company: ['name', 'domain'],
  person: ['name', 'phone', 'time_zone'],
  person_email: ['email'],
  lead: ['title', 'lost_note', 'next_action', 'roles', 'skills', 'tags', 'search_text'],
  submission: [
    'title',
    'payload',
    'email',
    'origin',
    'body_hash',
    'request_hash',
    'ip_hash',
    'idempotency_key',
  ],
  requirement: [
    ...[
      'skills',
      'nice_skills',
      'stage',
      'readiness',
      'start',
      'duration',
      'engagement',
      'overlap',
      'time_zone',
    ],
    ...['budget', 'security', 'message', 'contact_by', 'company_size', 'country', 'heard_from'],
  ],
  requirement_draft: ['public_id', 'steps', 'origin'],
  lead_file: ['name', 'media_type', 'content'],
  suggestion: ['field', 'value'],
  lead_event: ['kind', 'detail', 'actor_id'],
  note: ['author_id', 'body'],
  lead_draft: ['staff_id', 'subject', 'body'],
  task: ['title', 'assignee_id', 'created_by_id', 'done_by_id'],
  notification: ['staff_id', 'actor_id', 'dedupe_key'],
  letter: ['kind', 'props', 'invitation', 'to', 'to_name', 'dedupe_key', 'message_id', 'last_error'],
  consent: ['email'],
  sender_block: ['value', 'reason', 'staff_id'],
  rights_request: ['email', 'token_hash'],
  // What undoing a merge goes back to.
  regrouping: ['changes'],
  webhook_delivery: ['event', 'data', 'last_answer'],
  audit_entry: ['before', 'after'],
  // A search that was asked for, a note to a change; what a lead was before it.
  desk_job: ['ask'],
  desk_job_lead: ['before'],
  desk_job_piece: ['content'],
  desk_job_row: ['cells', 'problem', 'alike'],
}

export const erasedColumns: readonly string[] = Object.entries(personal).flatMap(([table, columns]) =>
  columns.map((column) => `${table}.${column}`),
)

/** What is the firm's own, or a code, a number or a random word of ours; `all`: the table tells nothing of visitors. */
export const plainColumns: Record<string, readonly string[] | 'all'> = {
  booking: ['reference', 'public_id', 'ics_uid', 'booked_by_id'],
  lead: ['owner_id', 'stage_minutes', 'stays'],
  regrouping: ['staff_id'],
  hosted_lead: ['staff_id'],
  submission: ['reference', 'public_id', 'notice_version', 'reasons'],
  // Roles of the catalogue; the rows go with their requirement.
  requirement_role: ['role', 'other_role', 'count', 'seniority'],
  consent: ['purpose', 'notice_version'],
  audit_entry: ['actor_id', 'action', 'entity', 'entity_id', 'request_id'],
  desk_job: ['staff_id', 'actor_id', 'key', 'failure'],
  desk_job_lead: ['reason'],
  desk_job_row: ['plan', 'reason'],
  // Calendars, types of consultation and what they ask.
  ...{ consultation_type: 'all', question: 'all', host: 'all', type_host: 'all', schedule: 'all' },
  ...{ weekly_hours: 'all', day_override: 'all', time_off: 'all', travel: 'all', worked_holiday: 'all' },
  ...{ external_calendar: 'all', external_event: 'all', closure: 'all' },
  // The firm's staff, who are not visitors.
  ...{ staff: 'all', staff_session: 'all', staff_account: 'all', staff_verification: 'all' },
  ...{ staff_two_factor: 'all', staff_used_code: 'all', staff_passkey: 'all', invitation: 'all' },
  ...{ password_reset: 'all', desk_setting: 'all', staff_away: 'all', setup_link: 'all' },
  ...{ webhook: 'all', letter_template: 'all', saved_view: 'all', view_choice: 'all' },
  // Hashes and marks.
  ...{ rate_limit: 'all', milestone: 'all', suppression: 'all', retention_run: 'all' },
}
