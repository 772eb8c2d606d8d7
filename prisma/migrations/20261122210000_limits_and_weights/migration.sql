-- How much a host takes on, and whose turn it is.
ALTER TABLE "consultation_type" ADD COLUMN "daily_limit" INTEGER, ADD COLUMN "weekly_limit" INTEGER;
ALTER TABLE "host" ADD COLUMN "daily_limit" INTEGER, ADD COLUMN "weekly_limit" INTEGER;
ALTER TABLE "type_host" ADD COLUMN "weight" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "consultation_type" ADD CONSTRAINT consultation_type_limits CHECK (daily_limit >= 1 AND weekly_limit >= 1);
ALTER TABLE "host" ADD CONSTRAINT host_limits CHECK (daily_limit >= 1 AND weekly_limit >= 1);
ALTER TABLE "type_host" ADD CONSTRAINT type_host_weight CHECK (weight BETWEEN 0 AND 100);
