-- What is ahead, what waits to be marked and what was cancelled: each is a range of this index.
CREATE INDEX "booking_by_status_and_start" ON "booking"("status", "starts_at", "id");
