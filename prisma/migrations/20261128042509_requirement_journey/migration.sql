-- AlterTable
ALTER TABLE "requirement" ADD COLUMN     "budget" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "company_size" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "contact_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "country" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "heard_from" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nice_skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "readiness" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "security" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "requirement_role" ADD COLUMN     "other_role" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "origin" JSONB;

-- CreateTable
CREATE TABLE "requirement_draft" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "steps" JSONB NOT NULL,
    "origin" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requirement_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_file" (
    "id" UUID NOT NULL,
    "draft_id" UUID,
    "lead_id" UUID,
    "submission_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "requirement_draft_public_id_key" ON "requirement_draft"("public_id");

-- CreateIndex
CREATE INDEX "requirement_draft_expires_at_idx" ON "requirement_draft"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "lead_file_draft_id_key" ON "lead_file"("draft_id");

-- CreateIndex
CREATE INDEX "lead_file_lead_id_idx" ON "lead_file"("lead_id");

-- CreateIndex
CREATE INDEX "lead_file_submission_id_idx" ON "lead_file"("submission_id");

-- AddForeignKey
ALTER TABLE "lead_file" ADD CONSTRAINT "lead_file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "requirement_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_file" ADD CONSTRAINT "lead_file_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_file" ADD CONSTRAINT "lead_file_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here on ------------------------------------------------------------------------------------------------

-- Of a draft or of a lead, never of both and never of nobody; 5 MB is what the form promises.
ALTER TABLE lead_file
  ADD CONSTRAINT lead_file_has_one_owner CHECK ((draft_id IS NULL) <> (lead_id IS NULL)),
  ADD CONSTRAINT lead_file_sizes CHECK (
    char_length(name) BETWEEN 1 AND 120 AND octet_length(content) BETWEEN 1 AND 5242880 AND size = octet_length(content));

ALTER TABLE requirement_draft ADD CONSTRAINT requirement_draft_size CHECK (octet_length(steps::text) <= 131072);

ALTER TABLE requirement_role ADD CONSTRAINT requirement_role_other CHECK (
  char_length(other_role) <= 60 AND (role = 'other' OR other_role = ''));
