CREATE TABLE "article_versions" (
	"article_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "article_work" (
	"article_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"owner_id" text,
	"note" text,
	"broken_hash" text,
	"fixed_hash" text,
	"fixed_at" timestamp (3) with time zone,
	"awaits_version" boolean NOT NULL,
	"dismissed_harm" double precision,
	"version" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "vote_tallies" (
	"article_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"day" text NOT NULL,
	"answered" boolean NOT NULL,
	"reason" text NOT NULL,
	"count" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attachment_contents" (
	"attachment_id" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"escalation_id" text NOT NULL,
	"message_id" text,
	"from" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"action" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text,
	"detail" text
);

--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean,
	"failed_verification_count" bigint,
	"locked_until" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "case_articles" (
	"escalation_id" text NOT NULL,
	"article_id" text NOT NULL,
	"how" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "case_tags" (
	"escalation_id" text NOT NULL,
	"tag" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "case_viewers" (
	"id" text PRIMARY KEY NOT NULL,
	"escalation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mentions" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"escalation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "saved_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"version" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gap_phrases" (
	"id" text PRIMARY KEY NOT NULL,
	"gap_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"count" bigint NOT NULL,
	"results" bigint,
	"knowledge" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gap_words" (
	"word" text NOT NULL,
	"phrase_id" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"named" boolean NOT NULL,
	"state" text NOT NULL,
	"questions" bigint NOT NULL,
	"searches" bigint NOT NULL,
	"count" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"integration" text,
	"topic" text,
	"closed_by" text,
	"closed_at" timestamp (3) with time zone,
	"closed_article" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "weekly_readers" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cleanings" (
	"kind" text PRIMARY KEY NOT NULL,
	"cleaned_at" timestamp (3) with time zone NOT NULL,
	"day" text NOT NULL,
	"deleted" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "invites" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"who" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL
);

--> statement-breakpoint
DROP INDEX "answers_created";
--> statement-breakpoint
DROP INDEX "escalations_article";
--> statement-breakpoint
DROP INDEX "signals_day";
--> statement-breakpoint
DROP INDEX "outbox_due";
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "went_on" boolean;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "voted_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "way" text;
--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "receipt_issue" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "subject" text;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "topic_id" text;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "owner_id" text;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "waiting_since" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "snoozed_until" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "first_reply_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "solved_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "booking_opened_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "author_id" text;
--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "told_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "received" text;
--> statement-breakpoint
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "case_articles" ADD CONSTRAINT "case_articles_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "case_tags" ADD CONSTRAINT "case_tags_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "case_viewers" ADD CONSTRAINT "case_viewers_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "gap_phrases" ADD CONSTRAINT "gap_phrases_gap_id_gaps_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."gaps"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "gap_words" ADD CONSTRAINT "gap_words_phrase_id_gap_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."gap_phrases"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "weekly_readers" ADD CONSTRAINT "weekly_readers_staff_id_user_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "article_versions_whole" ON "article_versions" USING btree ("article_id","content_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "vote_tallies_whole" ON "vote_tallies" USING btree ("article_id","content_hash","day","answered","reason");
--> statement-breakpoint
CREATE INDEX "vote_tallies_day" ON "vote_tallies" USING btree ("day","article_id","content_hash","answered","count");
--> statement-breakpoint
CREATE INDEX "attachments_escalation" ON "attachments" USING btree ("escalation_id","created_at");
--> statement-breakpoint
CREATE INDEX "attachments_created" ON "attachments" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "audit_object" ON "audit" USING btree ("object_id","at","id");
--> statement-breakpoint
CREATE INDEX "audit_staff" ON "audit" USING btree ("staff_id","at","id");
--> statement-breakpoint
CREATE INDEX "audit_kind" ON "audit" USING btree ("kind","at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "case_articles_whole" ON "case_articles" USING btree ("escalation_id","article_id","how");
--> statement-breakpoint
CREATE INDEX "case_articles_article" ON "case_articles" USING btree ("article_id","created_at");
--> statement-breakpoint
CREATE INDEX "case_articles_created" ON "case_articles" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "case_tags_whole" ON "case_tags" USING btree ("escalation_id","tag");
--> statement-breakpoint
CREATE INDEX "case_tags_tag" ON "case_tags" USING btree ("tag","escalation_id");
--> statement-breakpoint
CREATE INDEX "case_viewers_case" ON "case_viewers" USING btree ("escalation_id","seen_at");
--> statement-breakpoint
CREATE INDEX "case_viewers_seen" ON "case_viewers" USING btree ("seen_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "mentions_whole" ON "mentions" USING btree ("message_id","staff_id");
--> statement-breakpoint
CREATE INDEX "mentions_staff" ON "mentions" USING btree ("staff_id","seen_at","created_at");
--> statement-breakpoint
CREATE INDEX "mentions_case" ON "mentions" USING btree ("escalation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_replies_title" ON "saved_replies" USING btree ("title");
--> statement-breakpoint
CREATE UNIQUE INDEX "gap_phrases_whole" ON "gap_phrases" USING btree ("kind","key");
--> statement-breakpoint
CREATE INDEX "gap_phrases_gap" ON "gap_phrases" USING btree ("gap_id","count");
--> statement-breakpoint
CREATE INDEX "gap_phrases_last" ON "gap_phrases" USING btree ("last_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "gap_words_whole" ON "gap_words" USING btree ("word","phrase_id");
--> statement-breakpoint
CREATE INDEX "gap_words_phrase" ON "gap_words" USING btree ("phrase_id");
--> statement-breakpoint
CREATE INDEX "gaps_state_count" ON "gaps" USING btree ("state","count","id");
--> statement-breakpoint
CREATE INDEX "gaps_state_topic" ON "gaps" USING btree ("state","topic","count","id");
--> statement-breakpoint
CREATE INDEX "gaps_state_integration" ON "gaps" USING btree ("state","integration","count","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "invites_email" ON "invites" USING btree ("email");
--> statement-breakpoint
CREATE UNIQUE INDEX "invites_token" ON "invites" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "invites_created" ON "invites" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_failures_whole" ON "sign_in_failures" USING btree ("who","hour");
--> statement-breakpoint
CREATE INDEX "sign_in_failures_hour" ON "sign_in_failures" USING btree ("hour");
--> statement-breakpoint
CREATE INDEX "answers_visitor" ON "answers" USING btree ("visitor_key");
--> statement-breakpoint
CREATE INDEX "answers_verdict_created" ON "answers" USING btree ("verdict","created_at","article_id","stopped");
--> statement-breakpoint
CREATE INDEX "answers_helped" ON "answers" USING btree ("helped","created_at");
--> statement-breakpoint
CREATE INDEX "answers_article" ON "answers" USING btree ("article_id","created_at");
--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("question_key","created_at","verdict","helped","stopped");
--> statement-breakpoint
CREATE INDEX "answers_voted" ON "answers" USING btree ("voted_at");
--> statement-breakpoint
CREATE INDEX "connection_checks_at" ON "connection_checks" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "connection_events_at" ON "connection_events" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "escalations_topic" ON "escalations" USING btree ("topic_id","created_at");
--> statement-breakpoint
CREATE INDEX "escalations_owner_updated" ON "escalations" USING btree ("owner_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "escalations_created" ON "escalations" USING btree ("created_at","topic_id","article_id","first_reply_at","solved_at");
--> statement-breakpoint
CREATE INDEX "escalations_priority_updated" ON "escalations" USING btree ("priority","updated_at","id");
--> statement-breakpoint
CREATE INDEX "escalations_topic_updated" ON "escalations" USING btree ("topic_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "escalations_waiting" ON "escalations" USING btree ("waiting_since","id");
--> statement-breakpoint
CREATE INDEX "escalations_facets" ON "escalations" USING btree ("state","owner_id","priority","topic_id","snoozed_until","waiting_since");
--> statement-breakpoint
CREATE INDEX "escalations_snoozed" ON "escalations" USING btree ("snoozed_until","id");
--> statement-breakpoint
CREATE INDEX "escalations_email" ON "escalations" USING btree (lower("email"),"created_at");
--> statement-breakpoint
CREATE INDEX "votes_updated" ON "votes" USING btree ("updated_at");
--> statement-breakpoint
CREATE INDEX "votes_article_email" ON "votes" USING btree ("article_id","email");
--> statement-breakpoint
CREATE INDEX "votes_email" ON "votes" USING btree (lower("email"));
--> statement-breakpoint
CREATE INDEX "outbox_channel" ON "outbox" USING btree ("state","kind","next_at","id");
--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at");
--> statement-breakpoint
CREATE INDEX "answers_created" ON "answers" USING btree ("created_at","verdict","helped","went_on");
--> statement-breakpoint
CREATE INDEX "escalations_article" ON "escalations" USING btree ("article_id","created_at");
--> statement-breakpoint
CREATE INDEX "signals_day" ON "signals" USING btree ("day","article_id","content_hash","kind","count");
--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","next_at","id");
