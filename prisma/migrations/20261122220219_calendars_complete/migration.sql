-- Calendars that say more than weekly hours: named schedules, travel, holidays, part days off, other calendars; questions,
-- and reservations while a form is filled in.

-- CreateEnum
CREATE TYPE "place" AS ENUM ('usual', 'video', 'phone', 'address');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('line', 'paragraph', 'choice', 'yes_no');

-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "booked_by_id" TEXT,
ADD COLUMN     "reserved_by" TEXT,
ADD COLUMN     "reserved_until" TIMESTAMPTZ(3),
ALTER COLUMN "lead_id" DROP NOT NULL,
ALTER COLUMN "person_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "consultation_type" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "place" "place" NOT NULL DEFAULT 'usual',
ADD COLUMN     "place_detail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "host" ADD COLUMN     "feed_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "public_id" TEXT,
ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "time_off" ADD COLUMN     "from_time" CHAR(5),
ADD COLUMN     "until_time" CHAR(5);

-- AlterTable
ALTER TABLE "type_host" ADD COLUMN     "schedule_id" UUID;

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "type_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "options" TEXT[],

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "host_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "travel" (
    "id" UUID NOT NULL,
    "host_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "travel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worked_holiday" (
    "host_id" UUID NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "worked_holiday_pkey" PRIMARY KEY ("host_id","date")
);

-- CreateTable
CREATE TABLE "external_calendar" (
    "id" UUID NOT NULL,
    "host_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "etag" TEXT NOT NULL DEFAULT '',
    "last_modified" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "expanded_to" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_event" (
    "id" BIGSERIAL NOT NULL,
    "calendar_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_type_id_position_idx" ON "question"("type_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_host_id_name_key" ON "schedule"("host_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_id_host_id_key" ON "schedule"("id", "host_id");

-- CreateIndex
CREATE INDEX "travel_host_id_until_idx" ON "travel"("host_id", "until");

-- CreateIndex
CREATE INDEX "external_calendar_host_id_idx" ON "external_calendar"("host_id");

-- CreateIndex
CREATE INDEX "external_event_calendar_id_ends_at_idx" ON "external_event"("calendar_id", "ends_at");

-- CreateIndex
CREATE INDEX "booking_by_start" ON "booking"("starts_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "host_public_id_key" ON "host"("public_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "consultation_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "type_host" ADD CONSTRAINT "type_host_schedule_id_host_id_fkey" FOREIGN KEY ("schedule_id", "host_id") REFERENCES "schedule"("id", "host_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "travel" ADD CONSTRAINT "travel_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worked_holiday" ADD CONSTRAINT "worked_holiday_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_calendar" ADD CONSTRAINT "external_calendar_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_event" ADD CONSTRAINT "external_event_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "external_calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here on ------------------------------------------------------------------------------------------------

-- 128 random bits for each calendar that is there already; the application gives new ones theirs.
UPDATE host SET public_id = translate(
  rtrim(encode(decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 'base64'), '='), '+/', '-_');
ALTER TABLE host ALTER COLUMN public_id SET NOT NULL;

-- The hours that a host had are the default schedule now.
INSERT INTO schedule (id, host_id, name, is_default) SELECT gen_random_uuid(), id, 'Working hours', true FROM host;
ALTER TABLE weekly_hours ADD COLUMN schedule_id uuid;
UPDATE weekly_hours SET schedule_id = schedule.id FROM schedule WHERE schedule.host_id = weekly_hours.host_id;
ALTER TABLE weekly_hours DROP COLUMN host_id, ALTER COLUMN schedule_id SET NOT NULL;
CREATE INDEX "weekly_hours_schedule_id_idx" ON "weekly_hours"("schedule_id");
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_schedule_id_fkey"
  FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX schedule_one_default ON schedule (host_id) WHERE is_default;

-- Only a reservation is nobody's, and only a reservation runs out.
ALTER TABLE booking
  ADD CONSTRAINT booking_has_lead_unless_reserved CHECK (
    (status = 'reserved') = (lead_id IS NULL) AND (lead_id IS NULL) = (person_id IS NULL)),
  ADD CONSTRAINT booking_runs_out_while_reserved CHECK (
    (status = 'reserved') = (reserved_until IS NOT NULL) AND (reserved_until IS NULL) = (reserved_by IS NULL));
CREATE INDEX booking_reserved ON booking (reserved_until) WHERE status = 'reserved';

ALTER TABLE consultation_type
  ADD CONSTRAINT consultation_type_place CHECK ((place IN ('video', 'address')) = (btrim(place_detail) <> '')),
  ADD CONSTRAINT consultation_type_sizes CHECK (
    char_length(name) BETWEEN 1 AND 80 AND char_length(description) <= 1000 AND char_length(place_detail) <= 300);

ALTER TABLE question
  ADD CONSTRAINT question_choice_has_options CHECK ((kind = 'choice') = (coalesce(array_length(options, 1), 0) > 1)),
  ADD CONSTRAINT question_label_size CHECK (char_length(label) BETWEEN 1 AND 200);

ALTER TABLE host ADD CONSTRAINT host_region CHECK (region ~ '^[A-Z]{2}(-[A-Za-z0-9]{1,6}){0,2}$');

ALTER TABLE time_off ADD CONSTRAINT time_off_times CHECK (
  (from_time IS NULL AND until_time IS NULL)
  OR (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND until_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
      AND ("from" < "until" OR from_time < until_time)));

-- Nobody is in two places; this also keeps "where is the host at this moment" one answer, but for a day at the seams.
ALTER TABLE travel
  ADD CONSTRAINT travel_range CHECK ("from" <= "until"),
  ADD CONSTRAINT travel_no_overlap EXCLUDE USING gist (host_id WITH =, daterange("from", "until", '[]') WITH &&);

ALTER TABLE external_calendar ADD CONSTRAINT external_calendar_sizes CHECK (
  char_length(name) BETWEEN 1 AND 80 AND char_length(url) <= 2000 AND char_length(failure) <= 500);
ALTER TABLE external_event ADD CONSTRAINT external_event_ends_after_start CHECK (ends_at > starts_at);
CREATE INDEX external_calendar_due ON external_calendar (due_at);
