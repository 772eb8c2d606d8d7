-- Files of leads that are imported, line by line.

-- AlterEnum
ALTER TYPE "lead_source" ADD VALUE 'import';

-- AlterEnum
ALTER TYPE "submission_kind" ADD VALUE 'import';

-- CreateTable
CREATE TABLE "desk_job_row" (
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "plan" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "alike" TEXT NOT NULL DEFAULT '',
    "outcome" "job_outcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "lead_id" UUID,
    "added_person" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "desk_job_row_pkey" PRIMARY KEY ("job_id","number")
);

-- CreateIndex
CREATE INDEX "desk_job_row_job_id_alike_idx" ON "desk_job_row"("job_id", "alike");

-- CreateIndex
CREATE INDEX "desk_job_row_lead_id_idx" ON "desk_job_row"("lead_id");

-- AddForeignKey
ALTER TABLE "desk_job_row" ADD CONSTRAINT "desk_job_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "desk_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_job_row" ADD CONSTRAINT "desk_job_row_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the tables promise -----------------------------------------------------------------------------------------------

ALTER TABLE desk_job_row ADD CONSTRAINT desk_job_row_sizes CHECK (
  number BETWEEN 2 AND 10001 AND cardinality(cells) <= 60 AND plan IN ('', 'new', 'known', 'refused'));

-- Erasure: lines that name the person, or made one of their leads, go. Counts of the job stay as they were.
DO $$
DECLARE
  source text := pg_get_functiondef('erase_person(text, text)'::regprocedure);
  mark text := '  -- What is counted stays, without anything of theirs in it.';
BEGIN
  IF position(mark IN source) = 0 THEN RAISE EXCEPTION 'erase_person is not as it was'; END IF;
  EXECUTE replace(source, mark, $more$  DELETE FROM desk_job_row
  WHERE lead_id = ANY (leads)
    OR EXISTS (
      SELECT FROM unnest(mails) AS mail WHERE position(mail IN lower(array_to_string(cells, ' ') || problem)) > 0);

$more$ || mark);
END $$;
