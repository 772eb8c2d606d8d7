-- Leads and people made one, and leads made two, with what it takes to undo that.

-- CreateEnum
CREATE TYPE "regrouping_kind" AS ENUM ('both', 'people', 'leads', 'split');

-- DropForeignKey
ALTER TABLE "lead" DROP CONSTRAINT "lead_merged_into_id_fkey";

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "regrouping" (
    "id" UUID NOT NULL,
    "kind" "regrouping_kind" NOT NULL,
    "lead_id" UUID NOT NULL,
    "other_lead_id" UUID NOT NULL,
    "person_id" UUID,
    "other_person_id" UUID,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" TEXT,

    CONSTRAINT "regrouping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "regrouping_lead_id_idx" ON "regrouping"("lead_id");

-- CreateIndex
CREATE INDEX "regrouping_other_lead_id_idx" ON "regrouping"("other_lead_id");

-- CreateIndex
CREATE INDEX "regrouping_person_id_idx" ON "regrouping"("person_id");

-- CreateIndex
CREATE INDEX "regrouping_other_person_id_idx" ON "regrouping"("other_person_id");

-- CreateIndex
CREATE INDEX "regrouping_at_idx" ON "regrouping"("at");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_other_lead_id_fkey" FOREIGN KEY ("other_lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_other_person_id_fkey" FOREIGN KEY ("other_person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say -----------------------------------------------------------------------------------------------

ALTER TABLE person ADD CONSTRAINT person_merged_into_another CHECK (merged_into_id <> id);
ALTER TABLE regrouping
  ADD CONSTRAINT regrouping_of_two CHECK (lead_id <> other_lead_id AND person_id <> other_person_id),
  ADD CONSTRAINT regrouping_both_people CHECK ((person_id IS NULL) = (other_person_id IS NULL));

-- What deleting a lead or a person looks for: few have any of it.
CREATE INDEX lead_by_kept ON lead (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX lead_by_previous ON lead (previous_lead_id) WHERE previous_lead_id IS NOT NULL;
CREATE INDEX person_by_kept ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- What happened cannot be rewritten. It goes along when its lead becomes a part of another one, and forgets whoever did it
-- when they are no longer known.
DROP TRIGGER lead_event_append_only ON lead_event;
CREATE TRIGGER lead_event_append_only BEFORE UPDATE ON lead_event
  FOR EACH ROW WHEN (
    (OLD.id, OLD.at, OLD.kind, OLD.detail) IS DISTINCT FROM (NEW.id, NEW.at, NEW.kind, NEW.detail)
    OR (NEW.actor_id IS NOT NULL AND NEW.actor_id IS DISTINCT FROM OLD.actor_id))
  EXECUTE FUNCTION refuse_update();

-- Erasure reaches whoever was merged into the person, what was kept for undoing it, and what is told on other leads of what
-- they sent and booked; the function is otherwise as it was.
CREATE OR REPLACE FUNCTION erase_person(address text, address_hash text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  persons uuid[];
  mails text[];
  leads uuid[];
  bookings uuid[];
  sent uuid[];
  companies uuid[];
  touched uuid[];
BEGIN
  PERFORM set_config('privacy.erasing', 'on', true);

  persons := ARRAY(SELECT DISTINCT person_id FROM person_email WHERE email = address);
  persons := persons || ARRAY(SELECT id FROM person WHERE merged_into_id = ANY (persons));
  mails := ARRAY(SELECT email FROM person_email WHERE person_id = ANY (persons) UNION SELECT address);
  leads := ARRAY(SELECT id FROM lead WHERE person_id = ANY (persons));
  bookings := ARRAY(
    SELECT id FROM booking
    WHERE person_id = ANY (persons) OR lead_id = ANY (leads) OR visitor_email = ANY (mails));
  sent := ARRAY(SELECT id FROM submission WHERE lead_id = ANY (leads) OR email = ANY (mails));
  companies := ARRAY(
    SELECT id FROM company
    WHERE id IN (
        SELECT company_id FROM person WHERE id = ANY (persons)
        UNION SELECT company_id FROM lead WHERE id = ANY (leads))
      AND NOT EXISTS (SELECT FROM person WHERE company_id = company.id AND NOT person.id = ANY (persons))
      AND NOT EXISTS (SELECT FROM lead WHERE company_id = company.id AND NOT lead.id = ANY (leads)));
  -- Other people's leads in which this person booked or wrote.
  touched := ARRAY(
    SELECT lead_id FROM booking WHERE id = ANY (bookings) AND NOT lead_id = ANY (leads)
    UNION SELECT lead_id FROM submission WHERE id = ANY (sent) AND lead_id IS NOT NULL AND NOT lead_id = ANY (leads));

  -- Words of and about them: the rows go.
  DELETE FROM letter
  WHERE lead_id = ANY (leads) OR booking_id = ANY (bookings) OR "to" = ANY (mails)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(letter.props::text)) > 0);
  DELETE FROM note
  WHERE lead_id = ANY (leads)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(note.body)) > 0);
  DELETE FROM lead_draft
  WHERE lead_id = ANY (leads)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(subject || body)) > 0);
  DELETE FROM task
  WHERE lead_id = ANY (leads)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(title)) > 0);
  DELETE FROM suggestion
  WHERE lead_id = ANY (leads)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(value)) > 0);
  DELETE FROM lead_event
  WHERE lead_id = ANY (leads)
    OR detail ->> 'submissionId' = ANY (sent::text[]) OR detail ->> 'bookingId' = ANY (bookings::text[])
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(detail::text)) > 0);
  DELETE FROM notification WHERE lead_id = ANY (leads);
  DELETE FROM regrouping
  WHERE lead_id = ANY (leads) OR other_lead_id = ANY (leads) OR person_id = ANY (persons) OR other_person_id = ANY (persons)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(changes::text)) > 0);
  DELETE FROM webhook_delivery
  WHERE lead_id = ANY (leads)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(data::text || last_answer)) > 0);
  DELETE FROM requirement WHERE lead_id = ANY (leads) OR submission_id = ANY (sent);
  DELETE FROM lead_file
  WHERE lead_id = ANY (leads) OR submission_id = ANY (sent)
    OR draft_id IN (
      SELECT id FROM requirement_draft
      WHERE EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(steps::text)) > 0));
  DELETE FROM requirement_draft
  WHERE EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(steps::text)) > 0);
  DELETE FROM submission WHERE id = ANY (sent) AND outcome <> 'accepted';
  DELETE FROM sender_block WHERE kind = 'email' AND value = ANY (mails);
  DELETE FROM rights_request WHERE email = ANY (mails);
  DELETE FROM person_email WHERE person_id = ANY (persons);

  -- What is counted stays, without anything of theirs in it.
  UPDATE submission SET
    title = 'Erased', payload = '{}', email = '', origin = NULL, body_hash = NULL, request_hash = '',
    idempotency_key = 'erased ' || id, link_version = link_version + 1
  WHERE id = ANY (sent);
  UPDATE booking SET
    visitor_name = 'Erased', visitor_email = 'erased@erased.invalid', company = '', phone = '', message = '',
    guests = '{}', answers = '[]', location = '', cancel_reason = '', visitor_time_zone = 'UTC',
    reserved_by = NULL, request_hash = '', idempotency_key = 'erased ' || id, link_version = link_version + 1
  WHERE id = ANY (bookings);
  UPDATE booking SET guests = ARRAY(SELECT guest FROM unnest(guests) AS guest WHERE NOT lower(guest) = ANY (mails))
  WHERE guests && mails;
  UPDATE lead SET
    title = 'Erased', lost_note = CASE lost_reason WHEN 'other' THEN 'Erased' ELSE '' END,
    next_action = '', roles = '{}', skills = '{}', search_text = 'l-' || ref || ' erased'
  WHERE id = ANY (leads);
  UPDATE lead SET search_text = 'l-' || ref || ' ' || lower(title) WHERE id = ANY (touched);
  UPDATE person SET name = 'Erased', phone = '', time_zone = NULL WHERE id = ANY (persons);
  UPDATE company SET name = 'Erased', domain = NULL WHERE id = ANY (companies);
  UPDATE consent SET email = 'erased ' || address_hash WHERE email = ANY (mails);
  UPDATE audit_entry SET before = NULL, after = NULL
  WHERE entity_id = ANY (ARRAY(SELECT unnest(persons || leads || bookings || sent || companies)::text))
    OR EXISTS (
      SELECT FROM unnest(mails) AS mail
      WHERE position(mail IN lower(coalesce(before::text, '') || coalesce(after::text, ''))) > 0);

  INSERT INTO lead_event (lead_id, kind, detail) SELECT unnest(leads), 'erased', '{}';
  INSERT INTO audit_entry (action, entity, entity_id, after)
  SELECT 'erased', 'person', id::text, jsonb_build_object('leads', cardinality(leads), 'bookings', cardinality(bookings))
  FROM unnest(persons) AS id;
  INSERT INTO suppression (address_hash, reason) VALUES (erase_person.address_hash, 'erased')
  ON CONFLICT DO NOTHING;

  PERFORM set_config('privacy.erasing', 'off', true);
  RETURN cardinality(leads) + cardinality(bookings);
END $$;
