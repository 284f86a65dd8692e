-- The log of what staff did is added to, and nothing else: no row changes, and none goes in its first thirty days.
CREATE TRIGGER audit_keeps_what_it_says BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_keeps_its_rows BEFORE DELETE ON audit
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')
BEGIN
  SELECT RAISE(ABORT, 'the audit log keeps its rows for thirty days');
END;
