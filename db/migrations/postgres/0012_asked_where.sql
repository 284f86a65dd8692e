ALTER TABLE "answers" ADD COLUMN "section" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "language" text;
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "languages" text;
