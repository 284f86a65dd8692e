ALTER TABLE "access_requests" ADD COLUMN "language" text;
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "owner_language" text;
--> statement-breakpoint
ALTER TABLE "tenant_requests" ADD COLUMN "language" text;
--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "language" text;
--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "language" text;
