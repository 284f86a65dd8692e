-- The log of what staff did is added to, and nothing else: no row changes, and none goes in its first thirty days.
CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
  ELSIF OLD.at > now() - interval '30 days' THEN
    RAISE EXCEPTION 'the audit log keeps its rows for thirty days' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER audit_keeps_what_it_says BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_refuses();
