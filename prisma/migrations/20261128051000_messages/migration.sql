-- AlterEnum
ALTER TYPE "lead_source" ADD VALUE 'message';

-- AlterEnum
ALTER TYPE "submission_kind" ADD VALUE 'message';
