-- What narrows a list without an index of its own stands beside the list's order: who looks for what no lead has walks along
-- the index alone, where each lead on the way was read from the table before. A minute at most for a million leads.
DROP INDEX lead_by_activity, lead_by_status_and_activity, lead_by_owner_and_activity, lead_by_owner_status_and_activity,
  lead_by_creation, lead_by_status_and_creation, lead_by_owner_and_creation;

CREATE INDEX lead_by_activity ON lead (last_activity_at DESC, id DESC)
  INCLUDE (status, source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_status_and_activity ON lead (status, last_activity_at DESC, id DESC)
  INCLUDE (source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
-- The owner once more: only a column, not an expression, is read from an index alone.
CREATE INDEX lead_by_owner_and_activity ON lead (coalesce(owner_id, ''), last_activity_at DESC, id DESC)
  INCLUDE (owner_id, status, source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_status_and_activity ON lead (coalesce(owner_id, ''), status, last_activity_at DESC, id DESC)
  INCLUDE (owner_id, source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;

CREATE INDEX lead_by_creation ON lead (created_at DESC, id DESC)
  INCLUDE (status, source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_status_and_creation ON lead (status, created_at DESC, id DESC)
  INCLUDE (source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_and_creation ON lead (coalesce(owner_id, ''), created_at DESC, id DESC)
  INCLUDE (owner_id, status, source, reached, lost_reason, archived_at)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
