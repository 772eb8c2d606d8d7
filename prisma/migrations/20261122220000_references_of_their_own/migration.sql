-- What a sender is told must be the same whether we knew them or not: a reference and a title of the submission's own.
ALTER TABLE "submission" ADD COLUMN "reference" TEXT, ADD COLUMN "title" TEXT;
UPDATE "submission" SET
  "reference" = 'R-' || upper(substr(md5(id::text), 1, 7)),
  "title" = (SELECT lead.title FROM lead WHERE lead.id = submission.lead_id);
ALTER TABLE "submission" ALTER COLUMN "reference" SET NOT NULL, ALTER COLUMN "title" SET NOT NULL;
CREATE UNIQUE INDEX "submission_reference_key" ON "submission"("reference");

ALTER TABLE "booking" ADD COLUMN "from_request" BOOLEAN NOT NULL DEFAULT false;
