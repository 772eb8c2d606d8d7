-- A letter came back from whoever it was to: whoever answers for the lead is told.
ALTER TYPE "notification_kind" ADD VALUE 'bounced';
