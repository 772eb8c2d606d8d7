-- What the tables promise and Prisma cannot say. prisma/invariants.server.test.ts fails when one of these is missing.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The calendar ------------------------------------------------------------------------------------------------------

-- No host is ever booked twice, buffers included. Not deferrable: ON CONFLICT needs it, and so does an answer at once.
ALTER TABLE booking ADD CONSTRAINT booking_no_overlap
  EXCLUDE USING gist (host_id WITH =, tstzrange(blocked_from, blocked_until, '[)') WITH &&)
  WHERE (status IN ('reserved', 'confirmed', 'attended', 'no_show'));

ALTER TABLE booking
  ADD CONSTRAINT booking_ends_after_start CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '8 hours'),
  ADD CONSTRAINT booking_blocks_itself CHECK (blocked_from <= starts_at AND blocked_until >= ends_at),
  ADD CONSTRAINT booking_cancelled_at_when_cancelled CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT booking_cancelled_by_when_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)),
  ADD CONSTRAINT booking_sequence_rises CHECK (sequence >= 0),
  ADD CONSTRAINT booking_field_sizes CHECK (
    char_length(visitor_name) <= 80 AND char_length(visitor_email) <= 254 AND char_length(company) <= 120
    AND char_length(phone) <= 40 AND char_length(message) <= 4000 AND char_length(cancel_reason) <= 1000);

CREATE INDEX booking_open_by_email ON booking (visitor_email, starts_at) WHERE status = 'confirmed';

ALTER TABLE consultation_type
  ADD CONSTRAINT consultation_type_minutes CHECK (
    minutes BETWEEN 5 AND 480 AND step_minutes BETWEEN 5 AND 1440
    AND buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240
    AND notice_minutes BETWEEN 0 AND 43200 AND cutoff_minutes BETWEEN 0 AND 43200),
  ADD CONSTRAINT consultation_type_window CHECK (
    CASE window_kind
      WHEN 'dates' THEN window_from IS NOT NULL AND window_until IS NOT NULL AND window_from <= window_until
      ELSE window_days BETWEEN 1 AND 365 END);

ALTER TABLE weekly_hours
  ADD CONSTRAINT weekly_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT weekly_hours_range CHECK (
    "from" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "until" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' AND "from" < "until");

ALTER TABLE day_override ADD CONSTRAINT day_override_range CHECK (
  ("from" IS NULL AND "until" IS NULL)
  OR ("from" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "until" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' AND "from" < "until"));

ALTER TABLE time_off ADD CONSTRAINT time_off_range CHECK ("from" <= "until");
ALTER TABLE closure ADD CONSTRAINT closure_range CHECK ("from" <= "until");

-- People ------------------------------------------------------------------------------------------------------------

-- Addresses and domains are kept in lower case, so that their unique index holds in any case of letters.
ALTER TABLE person_email ADD CONSTRAINT person_email_lower_case CHECK (email = lower(btrim(email)));
ALTER TABLE company ADD CONSTRAINT company_domain_lower_case CHECK (domain = lower(domain));
ALTER TABLE staff ADD CONSTRAINT staff_email_lower_case CHECK (email = lower(btrim(email)));
CREATE UNIQUE INDEX person_email_one_primary ON person_email (person_id) WHERE is_primary;

ALTER TABLE lead
  ADD CONSTRAINT lead_closed_at_when_closed CHECK ((status IN ('won', 'lost', 'spam')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT lead_lost_has_reason CHECK ((status = 'lost') = (lost_reason IS NOT NULL)),
  ADD CONSTRAINT lead_other_reason_has_note CHECK (lost_reason IS DISTINCT FROM 'other' OR btrim(lost_note) <> '');

CREATE INDEX lead_by_activity ON lead (last_activity_at DESC, id DESC);
CREATE INDEX lead_by_creation ON lead (created_at DESC, id DESC);
CREATE INDEX lead_by_status_and_creation ON lead (status, created_at DESC, id DESC);
CREATE INDEX lead_search ON lead USING gin (search_text gin_trgm_ops);
ALTER SEQUENCE lead_ref_seq RESTART WITH 1001;

ALTER TABLE requirement_role ADD CONSTRAINT requirement_role_position CHECK (position BETWEEN 0 AND 4);
ALTER TABLE note ADD CONSTRAINT note_size CHECK (char_length(body) BETWEEN 1 AND 20000);

-- Letters -----------------------------------------------------------------------------------------------------------

-- What the worker claims next: due letters, and those whose worker died.
CREATE INDEX letter_due ON letter (run_at, created_at) WHERE state IN ('queued', 'retry');
CREATE INDEX letter_leased ON letter (lease_until) WHERE state = 'sending';

ALTER TABLE letter
  ADD CONSTRAINT letter_lease_while_sending CHECK ((state = 'sending') = (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  ADD CONSTRAINT letter_sent_at_when_sent CHECK (state <> 'sent' OR sent_at IS NOT NULL);

-- History -----------------------------------------------------------------------------------------------------------

-- The timeline and the consent ledger are only added to. A deleted lead takes its timeline along, so deletes pass.
CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER lead_event_append_only BEFORE UPDATE ON lead_event
  FOR EACH ROW WHEN (OLD.actor_id IS NOT DISTINCT FROM NEW.actor_id) EXECUTE FUNCTION refuse_update();
CREATE TRIGGER consent_append_only BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_update();
