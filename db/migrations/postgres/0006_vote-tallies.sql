-- Votes from before there were tallies, and versions of articles that readers have reported on.
INSERT INTO "vote_tallies" ("article_id", "content_hash", "day", "answered", "reason", "count")
SELECT "article_id", coalesce("content_hash", ''), to_char("updated_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), "answered", coalesce("reason", ''), count(*)
FROM "votes" GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO "article_versions" ("article_id", "content_hash", "first_at")
SELECT "article_id", "content_hash", (min("day") || 'T00:00:00Z')::timestamptz FROM "signals" GROUP BY 1, 2;
