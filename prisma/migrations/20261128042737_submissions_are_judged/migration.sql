-- CreateEnum
CREATE TYPE "submission_outcome" AS ENUM ('accepted', 'held', 'spam');

-- CreateEnum
CREATE TYPE "sender_block_kind" AS ENUM ('email', 'domain', 'ip');

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "body_hash" TEXT,
ADD COLUMN     "ip_hash" TEXT,
ADD COLUMN     "link_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "outcome" "submission_outcome" NOT NULL DEFAULT 'accepted',
ADD COLUMN     "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "score" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "lead_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "sender_block" (
    "id" UUID NOT NULL,
    "kind" "sender_block_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" TEXT,

    CONSTRAINT "sender_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sender_block_kind_value_key" ON "sender_block"("kind", "value");

-- CreateIndex
CREATE INDEX "submission_body_hash_created_at_idx" ON "submission"("body_hash", "created_at");

-- AddForeignKey
ALTER TABLE "sender_block" ADD CONSTRAINT "sender_block_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is held has made nothing: no lead, and so no person. What is accepted belongs to one.
ALTER TABLE submission
  ADD CONSTRAINT submission_accepted_has_lead CHECK ((outcome = 'accepted') = (lead_id IS NOT NULL)),
  ADD CONSTRAINT submission_accepted_without_sender CHECK (outcome <> 'accepted' OR ip_hash IS NULL);

CREATE INDEX submission_waiting ON submission (outcome, created_at DESC, id DESC) WHERE outcome <> 'accepted';

ALTER TABLE sender_block
  ADD CONSTRAINT sender_block_lower_case CHECK (kind = 'ip' OR value = lower(btrim(value))),
  ADD CONSTRAINT sender_block_reason_size CHECK (char_length(reason) BETWEEN 1 AND 300);

-- The file of a requirement that is held belongs to its submission alone.
ALTER TABLE lead_file
  DROP CONSTRAINT lead_file_has_one_owner,
  ADD CONSTRAINT lead_file_has_one_owner CHECK (
    num_nonnulls(draft_id, lead_id) <= 1 AND num_nonnulls(draft_id, lead_id, submission_id) >= 1);
