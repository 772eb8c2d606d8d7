-- How many kinds of lead the charts count, for the planner: it multiplies columns that go together and expects hundreds of
-- thousands, and then has one process count them all. The case is `answerKind` of app/leads/list/lead-sql.server.ts.
CREATE STATISTICS lead_kinds (ndistinct) ON owner_id, status, reached, lost_reason, (
  CASE
    WHEN response_due_at IS NULL THEN NULL
    WHEN first_response_at IS NULL THEN CASE WHEN closed_at IS NULL THEN 'waiting' ELSE 'none' END
    WHEN response_minutes <= 60 THEN '1h'
    WHEN response_minutes <= 120 THEN '2h'
    WHEN response_minutes <= 240 THEN '4h'
    WHEN first_response_at <= response_due_at THEN 'in-time' ELSE 'late' END
) FROM lead;

ANALYZE lead;
