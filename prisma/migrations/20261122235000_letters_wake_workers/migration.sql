-- Every worker hears of new letters when the transaction that wrote them commits, whoever wrote them.
CREATE FUNCTION wake_letter_workers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('letters', '');
  RETURN NULL;
END $$;

CREATE TRIGGER letter_wakes_workers AFTER INSERT ON letter
  FOR EACH STATEMENT EXECUTE FUNCTION wake_letter_workers();
