-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "reached" "lead_status" NOT NULL DEFAULT 'new',
ADD COLUMN     "response_minutes" INTEGER,
ADD COLUMN     "stage_minutes" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[];

-- How far a lead got and how long that took, beside the lead: the timeline says it too, but is erased with its person, and
-- a chart of a year cannot read it.

-- Won is where it stands, not where it once stood: a lead that is opened again is no longer won.
CREATE FUNCTION measure_lead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stage integer;
BEGIN
  IF NEW.status <= 'won' THEN NEW.reached := greatest(NEW.reached, NEW.status); END IF;
  IF NEW.reached = 'won' AND NEW.status <> 'won' THEN
    NEW.reached := CASE WHEN NEW.status < 'won' THEN NEW.status ELSE 'interviewing' END;
  END IF;
  -- Who restores a lead as it was brings its measures along.
  IF TG_OP = 'INSERT' OR NEW.status = OLD.status OR NEW.stage_minutes <> OLD.stage_minutes THEN RETURN NEW; END IF;
  stage := array_position('{new,contacted,qualified,proposed,interviewing}'::lead_status[], OLD.status);
  IF stage IS NOT NULL THEN
    NEW.stage_minutes[stage] := OLD.stage_minutes[stage]
      + greatest(1, round(extract(epoch FROM NEW.stage_entered_at - OLD.stage_entered_at) / 60));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_lead BEFORE INSERT OR UPDATE OF status ON lead
  FOR EACH ROW EXECUTE FUNCTION measure_lead();

-- What is there already, from the timeline.
WITH moved AS (
  SELECT lead_id, at, (detail ->> 'from')::lead_status AS "from", (detail ->> 'to')::lead_status AS "to",
    lag(at) OVER (PARTITION BY lead_id ORDER BY at, id) AS entered_at
  FROM lead_event WHERE kind = 'status'),
stayed AS (
  SELECT lead_id, "from", sum(greatest(1, round(extract(epoch FROM at - coalesce(entered_at, created_at)) / 60))) AS minutes
  FROM moved JOIN lead ON lead.id = lead_id GROUP BY lead_id, "from")
UPDATE lead SET
  reached = CASE WHEN status = 'won' THEN 'won' ELSE greatest(
    'new', CASE WHEN status < 'won' THEN status END,
    (SELECT max(passed) FROM moved, unnest(ARRAY["from", "to"]) AS passed WHERE lead_id = lead.id AND passed < 'won')) END,
  stage_minutes = ARRAY(
    SELECT coalesce((SELECT minutes FROM stayed WHERE lead_id = lead.id AND "from" = stage), 0)::integer
    FROM unnest('{new,contacted,qualified,proposed,interviewing}'::lead_status[]) WITH ORDINALITY AS each (stage, position)
    ORDER BY position);

ALTER TABLE lead
  ADD CONSTRAINT lead_won_is_reached CHECK ((reached = 'won') = (status = 'won')),
  ADD CONSTRAINT lead_reached_a_stage CHECK (reached <= 'won'),
  ADD CONSTRAINT lead_stage_minutes CHECK (cardinality(stage_minutes) = 5 AND 0 <= ALL (stage_minutes));

-- All that charts count, in the order of time: they read this and not the leads.
CREATE INDEX lead_for_charts ON lead (created_at) INCLUDE (
  owner_id, source, status, reached, lost_reason, response_due_at, first_response_at, response_minutes, closed_at,
  stage_minutes)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
