-- Which leads a member of staff holds a consultation about, with what lists are sorted by. A consultant sees their own
-- leads, nobody's, and those colleagues' leads whose consultation they hold: the first two are read by an index of the
-- owner, the third had none.

-- CreateTable
CREATE TABLE "hosted_lead" (
    "staff_id" TEXT NOT NULL,
    "lead_id" UUID NOT NULL,
    "is_colleagues" BOOLEAN NOT NULL,
    "status" "lead_status" NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_action_at" TIMESTAMPTZ(3),
    "response_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "hosted_lead_pkey" PRIMARY KEY ("staff_id","lead_id")
);

-- CreateIndex
CREATE INDEX "hosted_lead_lead_id_idx" ON "hosted_lead"("lead_id");

-- AddForeignKey
ALTER TABLE "hosted_lead" ADD CONSTRAINT "hosted_lead_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hosted_lead" ADD CONSTRAINT "hosted_lead_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who holds what ---------------------------------------------------------------------------------------------------------

-- A row for each lead that a booking in somebody's calendar is about, whatever became of the booking: what app/leads/scope
-- says. Given one lead, or null for all of theirs.
CREATE FUNCTION add_hosted_leads(of_staff text, one_lead uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hosted_lead (
    staff_id, lead_id, is_colleagues, status, last_activity_at, created_at, next_action_at, response_due_at)
  SELECT of_staff, lead.id,
    owner_id IS NOT NULL AND owner_id <> of_staff AND deleted_at IS NULL AND merged_into_id IS NULL,
    lead.status, last_activity_at, lead.created_at,
    CASE WHEN closed_at IS NULL THEN next_action_at END,
    CASE WHEN closed_at IS NULL AND first_response_at IS NULL THEN response_due_at END
  FROM lead
  WHERE (one_lead IS NULL OR lead.id = one_lead)
    AND lead.id IN (SELECT lead_id FROM booking JOIN host ON host.id = host_id WHERE staff_id = of_staff)
  ON CONFLICT DO NOTHING
$$;

-- The leads are locked first: whoever changes one at the same moment comes before, and is read, or after, and copies.
CREATE FUNCTION booking_changes_hosted_leads() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_staff text;
  after_staff text;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.host_id, OLD.lead_id) IS NOT DISTINCT FROM (NEW.host_id, NEW.lead_id) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN before_staff := (SELECT staff_id FROM host WHERE id = OLD.host_id); END IF;
  IF TG_OP <> 'DELETE' THEN after_staff := (SELECT staff_id FROM host WHERE id = NEW.host_id); END IF;
  PERFORM FROM lead
    WHERE (before_staff IS NOT NULL AND id = OLD.lead_id) OR (after_staff IS NOT NULL AND id = NEW.lead_id)
    ORDER BY id FOR NO KEY UPDATE;
  IF before_staff IS NOT NULL THEN
    DELETE FROM hosted_lead
    WHERE staff_id = before_staff AND lead_id = OLD.lead_id AND NOT EXISTS (
      SELECT FROM booking JOIN host ON host.id = host_id
      WHERE booking.lead_id = OLD.lead_id AND host.staff_id = before_staff);
  END IF;
  IF after_staff IS NOT NULL AND NEW.lead_id IS NOT NULL THEN
    PERFORM add_hosted_leads(after_staff, NEW.lead_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_changes_hosted_leads AFTER INSERT OR DELETE OR UPDATE OF host_id, lead_id ON booking
  FOR EACH ROW EXECUTE FUNCTION booking_changes_hosted_leads();

-- A calendar is taken by a member of staff, or given up.
CREATE FUNCTION host_changes_hosted_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.staff_id IS NOT DISTINCT FROM NEW.staff_id THEN RETURN NULL; END IF;
  PERFORM FROM lead WHERE id IN (SELECT lead_id FROM booking WHERE host_id = NEW.id) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM hosted_lead WHERE staff_id = OLD.staff_id;
  IF NEW.staff_id IS NOT NULL THEN PERFORM add_hosted_leads(NEW.staff_id, NULL); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER host_changes_hosted_leads AFTER UPDATE OF staff_id ON host
  FOR EACH ROW EXECUTE FUNCTION host_changes_hosted_leads();

CREATE FUNCTION lead_changes_hosted_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hosted_lead SET
    is_colleagues = NEW.owner_id IS NOT NULL AND NEW.owner_id <> staff_id
      AND NEW.deleted_at IS NULL AND NEW.merged_into_id IS NULL,
    status = NEW.status,
    last_activity_at = NEW.last_activity_at,
    created_at = NEW.created_at,
    next_action_at = CASE WHEN NEW.closed_at IS NULL THEN NEW.next_action_at END,
    response_due_at = CASE WHEN NEW.closed_at IS NULL AND NEW.first_response_at IS NULL THEN NEW.response_due_at END
  WHERE lead_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER lead_changes_hosted_leads
  AFTER UPDATE OF owner_id, deleted_at, merged_into_id, status, last_activity_at, created_at, next_action_at,
    response_due_at, first_response_at, closed_at ON lead
  FOR EACH ROW EXECUTE FUNCTION lead_changes_hosted_leads();

SELECT add_hosted_leads(staff_id, NULL) FROM host WHERE staff_id IS NOT NULL;

-- What a consultant's list is read by: colleagues' leads in each of its orders -----------------------------------------

CREATE INDEX hosted_lead_by_activity ON hosted_lead (staff_id, last_activity_at DESC, lead_id DESC) WHERE is_colleagues;
CREATE INDEX hosted_lead_by_status_and_activity ON hosted_lead (staff_id, status, last_activity_at DESC, lead_id DESC)
  WHERE is_colleagues;
CREATE INDEX hosted_lead_by_creation ON hosted_lead (staff_id, created_at DESC, lead_id DESC) WHERE is_colleagues;
CREATE INDEX hosted_lead_by_next_action ON hosted_lead (staff_id, next_action_at, lead_id)
  WHERE is_colleagues AND next_action_at IS NOT NULL;
CREATE INDEX hosted_lead_by_response_due ON hosted_lead (staff_id, response_due_at, lead_id)
  WHERE is_colleagues AND response_due_at IS NOT NULL;
