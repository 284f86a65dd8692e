CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"visitor_key" text,
	"question" text NOT NULL,
	"question_key" text NOT NULL,
	"article_id" text,
	"verdict" text NOT NULL,
	"mode" text NOT NULL,
	"sentences" text NOT NULL,
	"sources" text NOT NULL,
	"helped" boolean,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "searches" (
	"text" text NOT NULL,
	"day" text NOT NULL,
	"results" bigint NOT NULL,
	"count" bigint NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"impersonated_by" text
);

--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"role" text,
	"banned" boolean,
	"ban_reason" text,
	"ban_expires" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"receipt_expires_at" timestamp (3) with time zone NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"message" text NOT NULL,
	"article_id" text,
	"url" text,
	"trail" text NOT NULL,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"escalation_id" text NOT NULL,
	"from" text NOT NULL,
	"author" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "signals" (
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"article_id" text NOT NULL,
	"step_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"count" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "votes" (
	"id" text PRIMARY KEY NOT NULL,
	"visitor_id" text NOT NULL,
	"article_id" text NOT NULL,
	"content_hash" text,
	"answered" boolean NOT NULL,
	"reason" text,
	"comment" text,
	"email" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" text NOT NULL,
	"response" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"until" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"payload" text NOT NULL,
	"ref" text,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"leased_by" text,
	"last_error" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "vendor_status" (
	"integration" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"payload" text NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_escalation_id_escalations_id_fk" FOREIGN KEY ("escalation_id") REFERENCES "public"."escalations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "answers_thread" ON "answers" USING btree ("thread_id","created_at");
--> statement-breakpoint
CREATE INDEX "answers_verdict" ON "answers" USING btree ("verdict","question_key");
--> statement-breakpoint
CREATE INDEX "answers_created" ON "answers" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "searches_text_day" ON "searches" USING btree ("text","day");
--> statement-breakpoint
CREATE INDEX "searches_last" ON "searches" USING btree ("last_at");
--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token");
--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "user_email" ON "user" USING btree ("email");
--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");
--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_reference" ON "escalations" USING btree ("reference");
--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_receipt" ON "escalations" USING btree ("receipt_hash");
--> statement-breakpoint
CREATE INDEX "escalations_updated" ON "escalations" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "escalations_state_updated" ON "escalations" USING btree ("state","updated_at","id");
--> statement-breakpoint
CREATE INDEX "escalations_article" ON "escalations" USING btree ("article_id");
--> statement-breakpoint
CREATE INDEX "messages_escalation" ON "messages" USING btree ("escalation_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "signals_whole" ON "signals" USING btree ("article_id","day","kind","step_id","content_hash");
--> statement-breakpoint
CREATE INDEX "signals_day" ON "signals" USING btree ("day");
--> statement-breakpoint
CREATE UNIQUE INDEX "votes_visitor_article" ON "votes" USING btree ("visitor_id","article_id");
--> statement-breakpoint
CREATE INDEX "votes_article" ON "votes" USING btree ("article_id","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_keys_whole" ON "idempotency_keys" USING btree ("scope","key");
--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "limits_until" ON "limits" USING btree ("until");
--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("dedupe_key");
--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","next_at");
--> statement-breakpoint
CREATE INDEX "outbox_ref" ON "outbox" USING btree ("ref");
