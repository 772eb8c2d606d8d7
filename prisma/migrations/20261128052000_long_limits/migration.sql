-- AlterTable
ALTER TABLE "consultation_type" ADD COLUMN     "monthly_limit" INTEGER,
ADD COLUMN     "yearly_limit" INTEGER;

-- AlterTable
ALTER TABLE "host" ADD COLUMN     "daily_minutes" INTEGER,
ADD COLUMN     "monthly_limit" INTEGER,
ADD COLUMN     "monthly_minutes" INTEGER,
ADD COLUMN     "weekly_minutes" INTEGER,
ADD COLUMN     "yearly_limit" INTEGER;

-- By hand from here on ------------------------------------------------------------------------------------------------

ALTER TABLE consultation_type
  ADD CONSTRAINT consultation_type_long_limits CHECK (monthly_limit >= 1 AND yearly_limit >= 1);
ALTER TABLE host
  ADD CONSTRAINT host_long_limits CHECK (monthly_limit >= 1 AND yearly_limit >= 1),
  ADD CONSTRAINT host_minutes CHECK (daily_minutes >= 5 AND weekly_minutes >= 5 AND monthly_minutes >= 5);
