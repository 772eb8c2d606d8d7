-- AlterTable
ALTER TABLE "consultation_type" ADD COLUMN     "follow_up" BOOLEAN NOT NULL DEFAULT true;
