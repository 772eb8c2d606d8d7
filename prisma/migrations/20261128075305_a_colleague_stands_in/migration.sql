-- AlterTable
ALTER TABLE "time_off" ADD COLUMN     "colleague_id" UUID,
ADD COLUMN     "public_reason" TEXT NOT NULL DEFAULT '';

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_colleague_id_fkey" FOREIGN KEY ("colleague_id") REFERENCES "host"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE time_off
  ADD CONSTRAINT time_off_colleague CHECK (colleague_id <> host_id),
  ADD CONSTRAINT time_off_public_reason_size CHECK (char_length(public_reason) <= 200);
