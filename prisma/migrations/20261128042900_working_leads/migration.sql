-- Leads as they are worked: how long they stand where they are, until when somebody answers, what is next, what they ask
-- for; and what staff keep beside them: drafts, templates of letters, views of the list.

-- CreateEnum
CREATE TYPE "draft_kind" AS ENUM ('note', 'mail', 'call');

-- CreateEnum
CREATE TYPE "view_layout" AS ENUM ('list', 'board');

DROP INDEX "lead_by_activity";
DROP INDEX "lead_by_creation";
DROP INDEX "lead_by_status_and_creation";
-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_response_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "next_action" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "next_action_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "stage_entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "lead_draft" (
    "lead_id" UUID NOT NULL,
    "staff_id" TEXT NOT NULL,
    "kind" "draft_kind" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_draft_pkey" PRIMARY KEY ("lead_id","staff_id","kind")
);

-- CreateTable
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "owner_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "layout" "view_layout" NOT NULL,
    "query" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view_choice" (
    "staff_id" TEXT NOT NULL,
    "view_id" UUID NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "is_default" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "view_choice_pkey" PRIMARY KEY ("staff_id","view_id")
);

-- CreateIndex
CREATE INDEX "letter_template_owner_id_idx" ON "letter_template"("owner_id");

-- CreateIndex
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");

-- CreateIndex
CREATE INDEX "view_choice_view_id_idx" ON "view_choice"("view_id");

-- CreateIndex
CREATE INDEX "booking_by_host_and_lead" ON "booking"("host_id", "lead_id");

-- CreateIndex
CREATE INDEX "lead_event_by_time" ON "lead_event"("lead_id", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_draft" ADD CONSTRAINT "lead_draft_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_draft" ADD CONSTRAINT "lead_draft_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is there already -----------------------------------------------------------------------------------------------

UPDATE lead SET
  stage_entered_at = coalesce(
    (SELECT max(at) FROM lead_event WHERE lead_id = lead.id AND kind = 'status'), created_at),
  first_response_at = (
    SELECT min(at) FROM lead_event
    WHERE lead_id = lead.id AND (kind = 'called' OR (kind = 'marked' AND detail ->> 'as' = 'attended'))),
  -- Letters and their accents apart, then without the accents: who types "zoe" finds Zoë.
  search_text = regexp_replace(normalize(search_text, NFKD), U&'[\0300-\036F]', '', 'g');

-- What a lead asks for ------------------------------------------------------------------------------------------------

-- Copied from its requirements, whoever writes them, so that one index serves the filter of the list.
CREATE FUNCTION refresh_what_lead_wants(wanting uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE lead SET
    roles = ARRAY(
      SELECT DISTINCT role FROM requirement_role JOIN requirement ON requirement.id = requirement_id
      WHERE requirement.lead_id = wanting ORDER BY role),
    skills = ARRAY(
      SELECT DISTINCT lower(skill) FROM requirement, unnest(requirement.skills) AS skill
      WHERE requirement.lead_id = wanting ORDER BY 1)
  WHERE id = wanting
$$;

CREATE FUNCTION requirement_changes_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refresh_what_lead_wants(OLD.lead_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM refresh_what_lead_wants(NEW.lead_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER requirement_changes_lead AFTER INSERT OR DELETE OR UPDATE OF lead_id, skills ON requirement
  FOR EACH ROW EXECUTE FUNCTION requirement_changes_lead();

CREATE FUNCTION requirement_role_changes_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_what_lead_wants(lead_id) FROM requirement WHERE id = coalesce(NEW.requirement_id, OLD.requirement_id);
  RETURN NULL;
END $$;
CREATE TRIGGER requirement_role_changes_lead AFTER INSERT OR DELETE OR UPDATE ON requirement_role
  FOR EACH ROW EXECUTE FUNCTION requirement_role_changes_lead();

SELECT refresh_what_lead_wants(id) FROM lead;

-- What is next --------------------------------------------------------------------------------------------------------

-- The task of a lead that is due first and not done, copied so that the lists can show and sort by it.
CREATE FUNCTION refresh_next_action(of_lead uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE lead SET (next_action, next_action_at) = (
    SELECT coalesce(min(title), ''), min(due_at) FROM (
      SELECT title, due_at FROM task WHERE lead_id = of_lead AND done_at IS NULL ORDER BY due_at, id LIMIT 1) AS next)
  WHERE id = of_lead
$$;

CREATE FUNCTION task_changes_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.lead_id IS NOT NULL THEN PERFORM refresh_next_action(OLD.lead_id); END IF;
  IF TG_OP <> 'DELETE' AND NEW.lead_id IS NOT NULL THEN PERFORM refresh_next_action(NEW.lead_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER task_changes_lead AFTER INSERT OR DELETE OR UPDATE OF lead_id, title, due_at, done_at ON task
  FOR EACH ROW EXECUTE FUNCTION task_changes_lead();

SELECT refresh_next_action(lead_id) FROM task WHERE lead_id IS NOT NULL;

-- What the tables promise -----------------------------------------------------------------------------------------------

ALTER TABLE lead
  ADD CONSTRAINT lead_next_action_has_time CHECK ((next_action = '') = (next_action_at IS NULL)),
  ADD CONSTRAINT lead_next_action_size CHECK (char_length(next_action) <= 200),
  ADD CONSTRAINT lead_merged_into_another CHECK (merged_into_id <> id);
ALTER TABLE lead_draft ADD CONSTRAINT lead_draft_size CHECK (
  char_length(subject) <= 500 AND char_length(body) BETWEEN 1 AND 20000);
ALTER TABLE letter_template ADD CONSTRAINT letter_template_size CHECK (
  char_length(name) BETWEEN 1 AND 80 AND char_length(subject) BETWEEN 1 AND 200 AND char_length(body) BETWEEN 1 AND 10000);
ALTER TABLE saved_view ADD CONSTRAINT saved_view_size CHECK (
  char_length(name) BETWEEN 1 AND 60 AND char_length(query) <= 2000);
CREATE UNIQUE INDEX view_choice_one_default ON view_choice (staff_id) WHERE is_default;

-- What the lists are read by ----------------------------------------------------------------------------------------------

-- Each ends with what its list is sorted by and the id, so that any page begins where the one before it ended. The owner
-- is an expression because an index is read in order behind "= ''" and not behind "IS NULL": nobody's leads are as quick as
-- anybody's.
CREATE INDEX lead_by_activity ON lead (last_activity_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_status_and_activity ON lead (status, last_activity_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_and_activity ON lead (coalesce(owner_id, ''), last_activity_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_status_and_activity ON lead (coalesce(owner_id, ''), status, last_activity_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_creation ON lead (created_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_status_and_creation ON lead (status, created_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_and_creation ON lead (coalesce(owner_id, ''), created_at DESC, id DESC)
  WHERE deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_next_action ON lead (next_action_at, id)
  WHERE next_action_at IS NOT NULL AND closed_at IS NULL AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_and_next_action ON lead (coalesce(owner_id, ''), next_action_at, id)
  WHERE next_action_at IS NOT NULL AND closed_at IS NULL AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_response_due ON lead (response_due_at, id)
  WHERE response_due_at IS NOT NULL AND first_response_at IS NULL AND closed_at IS NULL
    AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_owner_and_response_due ON lead (coalesce(owner_id, ''), response_due_at, id)
  WHERE response_due_at IS NOT NULL AND first_response_at IS NULL AND closed_at IS NULL
    AND deleted_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX lead_by_role ON lead USING gin (roles);
CREATE INDEX lead_by_skill ON lead USING gin (skills);
-- The one or two letters that three-letter groups cannot look for.
CREATE INDEX lead_by_ref_prefix ON lead ((ref::text) text_pattern_ops);
CREATE INDEX person_email_by_prefix ON person_email (lower(email) text_pattern_ops);
