-- The kinds of app/leads/answer-kind.ts as the lists of the desk ask for them (app/leads/list/lead-sql.server.ts): a rare one,
-- such as those answered late, is found without looking at every lead.
CREATE INDEX lead_by_answer ON lead ((CASE
  WHEN response_due_at IS NULL THEN NULL
  WHEN first_response_at IS NULL THEN CASE WHEN closed_at IS NULL THEN 'waiting' ELSE 'none' END
  WHEN response_minutes <= 60 THEN '1h'
  WHEN response_minutes <= 120 THEN '2h'
  WHEN response_minutes <= 240 THEN '4h'
  WHEN first_response_at <= response_due_at THEN 'in-time' ELSE 'late' END), created_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
