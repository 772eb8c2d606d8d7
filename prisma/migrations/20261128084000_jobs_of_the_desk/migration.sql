-- Long work that members of staff ask for and that is done in portions beside the pages: changes to many leads, exports,
-- imports. And what many leads are changed to at once: tags, and the archive.

-- CreateEnum
CREATE TYPE "job_kind" AS ENUM ('bulk', 'export', 'import');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('waiting', 'preparing', 'checked', 'running', 'done', 'undoing', 'undone', 'stopped', 'failed');

-- CreateEnum
CREATE TYPE "job_outcome" AS ENUM ('changed', 'skipped', 'restored', 'kept');

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "desk_job" (
    "id" UUID NOT NULL,
    "kind" "job_kind" NOT NULL,
    "state" "job_state" NOT NULL,
    "staff_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "ask" JSONB NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failure" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_job_lead" (
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "lead_id" UUID NOT NULL,
    "outcome" "job_outcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "before" JSONB,

    CONSTRAINT "desk_job_lead_pkey" PRIMARY KEY ("job_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_job_key_key" ON "desk_job"("key");

-- CreateIndex
CREATE INDEX "desk_job_staff_id_created_at_idx" ON "desk_job"("staff_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "desk_job_created_at_idx" ON "desk_job"("created_at");

-- CreateIndex
CREATE INDEX "desk_job_lead_lead_id_idx" ON "desk_job_lead"("lead_id");

-- CreateIndex
CREATE INDEX "lead_by_tag" ON "lead" USING GIN ("tags");

-- AddForeignKey
ALTER TABLE "desk_job" ADD CONSTRAINT "desk_job_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_job" ADD CONSTRAINT "desk_job_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_job_lead" ADD CONSTRAINT "desk_job_lead_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "desk_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_job_lead" ADD CONSTRAINT "desk_job_lead_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the tables promise -----------------------------------------------------------------------------------------------

ALTER TABLE lead
  ALTER COLUMN tags SET NOT NULL,
  ADD CONSTRAINT lead_archived_is_closed CHECK (archived_at IS NULL OR closed_at IS NOT NULL),
  ADD CONSTRAINT lead_few_tags CHECK (cardinality(tags) <= 20);
ALTER TABLE desk_job ADD CONSTRAINT desk_job_counts CHECK (
  0 <= changed AND changed <= done AND 0 <= total AND 0 <= position);

-- What is to be done next, and a word to the workers that there is something.
CREATE INDEX desk_job_due ON desk_job (run_at) WHERE state IN ('preparing', 'running', 'undoing');

CREATE FUNCTION desk_job_wakes_workers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('jobs', '');
  RETURN NULL;
END $$;
CREATE TRIGGER desk_job_wakes_workers AFTER INSERT OR UPDATE OF state ON desk_job
  FOR EACH STATEMENT EXECUTE FUNCTION desk_job_wakes_workers();

-- The archive, newest first. All other lists leave it out as they go.
CREATE INDEX lead_archived_by_activity ON lead (last_activity_at DESC, id DESC)
  WHERE archived_at IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL;

-- A lead that is opened again is not in the archive any more, whoever opens it.
CREATE FUNCTION open_lead_leaves_archive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.archived_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER open_lead_leaves_archive BEFORE UPDATE OF closed_at ON lead
  FOR EACH ROW WHEN (NEW.closed_at IS NULL AND NEW.archived_at IS NOT NULL) EXECUTE FUNCTION open_lead_leaves_archive();

-- Erasure ---------------------------------------------------------------------------------------------------------------

-- Tags, what jobs remember of a lead, and jobs that name the person go with the rest: added to the function as it is.
DO $$
DECLARE
  source text := pg_get_functiondef('erase_person(text, text)'::regprocedure);
  mark text := '  -- What is counted stays, without anything of theirs in it.';
BEGIN
  IF position(mark IN source) = 0 THEN RAISE EXCEPTION 'erase_person is not as it was'; END IF;
  EXECUTE replace(source, mark, $more$  DELETE FROM desk_job_lead WHERE lead_id = ANY (leads);
  DELETE FROM desk_job
  WHERE EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(ask::text)) > 0);
  UPDATE lead SET tags = '{}' WHERE id = ANY (leads);

$more$ || mark);
END $$;
