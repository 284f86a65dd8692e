ALTER TABLE "answers" ADD COLUMN "looked_for" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "passages" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "confidence" double precision;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "checks" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "knowledge_version" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "model" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "prompt_tokens" bigint;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "completion_tokens" bigint;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "first_ms" bigint;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "whole_ms" bigint;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "stopped" boolean;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "cached" boolean;
