-- what is sent keeps no text any more: private links stood in it
UPDATE "outbox" SET "payload" = json_build_object('to', "payload"::json ->> 'to', 'subject', "payload"::json ->> 'subject', 'text', '')::text WHERE "kind" = 'email' AND "state" = 'sent';
