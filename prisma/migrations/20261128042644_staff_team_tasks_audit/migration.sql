-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('new_lead', 'assigned', 'mentioned', 'reply', 'due', 'overdue');

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "assign_cap" INTEGER,
ADD COLUMN     "assign_credit" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "assign_weight" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "disabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unmailed" "notification_kind"[] DEFAULT ARRAY['new_lead']::"notification_kind"[];

-- CreateTable
CREATE TABLE "staff_two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "staff_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_used_code" (
    "staff_id" TEXT NOT NULL,
    "code" CHAR(6) NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_used_code_pkey" PRIMARY KEY ("staff_id","code")
);

-- CreateTable
CREATE TABLE "staff_passkey" (
    "id" UUID NOT NULL,
    "staff_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "invited_by_id" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "desk_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "second_factor_for" "staff_role"[],

    CONSTRAINT "desk_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_away" (
    "id" UUID NOT NULL,
    "staff_id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "staff_away_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "lead_id" UUID,
    "title" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" TEXT NOT NULL,
    "created_by_id" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "overdue_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "staff_id" TEXT NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "lead_id" UUID,
    "task_id" UUID,
    "actor_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "dedupe_key" TEXT NOT NULL,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_two_factor_user_id_key" ON "staff_two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_passkey_credential_id_key" ON "staff_passkey"("credential_id");

-- CreateIndex
CREATE INDEX "staff_passkey_staff_id_idx" ON "staff_passkey"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_staff_id_idx" ON "password_reset"("staff_id");

-- CreateIndex
CREATE INDEX "staff_away_staff_id_until_idx" ON "staff_away"("staff_id", "until");

-- CreateIndex
CREATE INDEX "task_assignee_id_due_at_idx" ON "task"("assignee_id", "due_at");

-- CreateIndex
CREATE INDEX "task_lead_id_due_at_idx" ON "task"("lead_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_dedupe_key_key" ON "notification"("dedupe_key");

-- CreateIndex
CREATE INDEX "notification_by_time" ON "notification"("staff_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_lead_id_idx" ON "notification"("lead_id");

-- CreateIndex
CREATE INDEX "notification_task_id_idx" ON "notification"("task_id");

-- CreateIndex
CREATE INDEX "audit_by_entity" ON "audit_entry"("entity", "entity_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_by_actor" ON "audit_entry"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_by_action" ON "audit_entry"("action", "id" DESC);

-- AddForeignKey
ALTER TABLE "staff_two_factor" ADD CONSTRAINT "staff_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_used_code" ADD CONSTRAINT "staff_used_code_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_away" ADD CONSTRAINT "staff_away_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say -----------------------------------------------------------------------------------------------

ALTER TABLE staff
  ADD CONSTRAINT staff_assignment CHECK (assign_weight BETWEEN 0 AND 100 AND assign_cap BETWEEN 0 AND 10000);
ALTER TABLE staff_away ADD CONSTRAINT staff_away_range CHECK ("from" <= "until");
ALTER TABLE staff_passkey ADD CONSTRAINT staff_passkey_name_size CHECK (char_length(name) BETWEEN 1 AND 80);
ALTER TABLE invitation
  ADD CONSTRAINT invitation_email_lower_case CHECK (email = lower(btrim(email))),
  ADD CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR withdrawn_at IS NULL);
ALTER TABLE task
  ADD CONSTRAINT task_title_size CHECK (char_length(title) BETWEEN 1 AND 200),
  ADD CONSTRAINT task_done_by_when_done CHECK (done_by_id IS NULL OR done_at IS NOT NULL);
ALTER TABLE desk_setting ADD CONSTRAINT desk_setting_one_row CHECK (id = 1);
INSERT INTO desk_setting (id, second_factor_for) VALUES (1, '{}');

-- One open invitation for an address: a second one would leave a link alive that nobody sees.
CREATE UNIQUE INDEX invitation_one_open ON invitation (email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
-- What the reminders look through.
CREATE INDEX task_open_by_due ON task (due_at) WHERE done_at IS NULL;
-- The number in the header of every page of the desk.
CREATE INDEX notification_unread ON notification (staff_id) WHERE read_at IS NULL;
-- What by-turn assignment and hand-over count.
CREATE INDEX lead_open_by_owner ON lead (owner_id) WHERE closed_at IS NULL;

-- The last admin who can sign in stays one, whoever asks for what: decided when the transaction commits, one at a time.
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('the last admin', 0));
  IF NOT EXISTS (SELECT FROM staff WHERE role = 'admin' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'staff_keeps_an_admin: the last admin who can sign in stays one'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'staff_keeps_an_admin';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER staff_keeps_an_admin AFTER UPDATE OR DELETE ON staff
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.disabled_at IS NULL) EXECUTE FUNCTION keep_an_admin();

-- The audit log is only added to. What is older than it may be kept goes through forget_audit_before, and nothing else.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('audit.forgetting', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE FUNCTION forget_audit_before(moment timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  forgotten bigint;
BEGIN
  PERFORM set_config('audit.forgetting', 'on', true);
  DELETE FROM audit_entry WHERE at < moment;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  PERFORM set_config('audit.forgetting', 'off', true);
  RETURN forgotten;
END $$;
