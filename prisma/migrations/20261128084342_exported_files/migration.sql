-- The files that exports write, in pieces.

-- CreateTable
CREATE TABLE "desk_job_piece" (
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "desk_job_piece_pkey" PRIMARY KEY ("job_id","number")
);

-- AddForeignKey
ALTER TABLE "desk_job_piece" ADD CONSTRAINT "desk_job_piece_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "desk_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Erasure: a file that was exported before may hold the person, and is made again in a minute. All of them go.
DO $$
DECLARE
  source text := pg_get_functiondef('erase_person(text, text)'::regprocedure);
  mark text := '  -- What is counted stays, without anything of theirs in it.';
BEGIN
  IF position(mark IN source) = 0 THEN RAISE EXCEPTION 'erase_person is not as it was'; END IF;
  EXECUTE replace(source, mark, $more$  DELETE FROM desk_job_piece;
  DELETE FROM desk_job WHERE kind = 'export';

$more$ || mark);
END $$;
