-- Every process that keeps pages hears when what they show as free may have changed, whoever changed it: at the commit,
-- once for a transaction. Columns that free times do not depend on are left out where they change often.
CREATE FUNCTION tell_free_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('free_times', '');
  RETURN NULL;
END $$;

CREATE TRIGGER booking_tells_free_times
  AFTER INSERT OR DELETE OR UPDATE OF status, host_id, type_id, starts_at, blocked_from, blocked_until, reserved_until
  ON booking FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER consultation_type_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON consultation_type
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER host_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON host
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER type_host_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON type_host
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER schedule_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON schedule
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER weekly_hours_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON weekly_hours
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER day_override_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON day_override
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER time_off_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON time_off
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER travel_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON travel
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER worked_holiday_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON worked_holiday
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER closure_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON closure
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
CREATE TRIGGER external_event_tells_free_times AFTER INSERT OR UPDATE OR DELETE ON external_event
  FOR EACH STATEMENT EXECUTE FUNCTION tell_free_times();
