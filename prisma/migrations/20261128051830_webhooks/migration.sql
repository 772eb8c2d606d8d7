-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('queued', 'sending', 'sent', 'retry', 'dead');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "webhook_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_lead_id_idx" ON "webhook_delivery"("lead_id");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on ------------------------------------------------------------------------------------------------

ALTER TABLE webhook
  ADD CONSTRAINT webhook_sizes CHECK (char_length(url) BETWEEN 1 AND 2000 AND char_length(secret) BETWEEN 38 AND 200),
  ADD CONSTRAINT webhook_has_events CHECK (cardinality(events) > 0),
  ADD CONSTRAINT webhook_previous_secret_ends CHECK ((previous_secret IS NULL) = (previous_until IS NULL));

ALTER TABLE webhook_delivery
  ADD CONSTRAINT webhook_delivery_lease_while_sending CHECK (
    (state = 'sending') = (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  ADD CONSTRAINT webhook_delivery_sent_at_when_sent CHECK (state <> 'sent' OR sent_at IS NOT NULL),
  ADD CONSTRAINT webhook_delivery_answer_size CHECK (char_length(last_answer) <= 1000);

-- What a worker claims next: due deliveries, and those whose worker died.
CREATE INDEX webhook_delivery_due ON webhook_delivery (run_at, created_at) WHERE state IN ('queued', 'retry');
CREATE INDEX webhook_delivery_leased ON webhook_delivery (lease_until) WHERE state = 'sending';

-- Every worker hears of new deliveries when the transaction that wrote them commits.
CREATE FUNCTION wake_webhook_workers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written) THEN PERFORM pg_notify('webhooks', ''); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER webhook_delivery_wakes_workers AFTER INSERT ON webhook_delivery
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION wake_webhook_workers();
