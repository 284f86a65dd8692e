CREATE TABLE "vendor_days" (
	"integration" text NOT NULL,
	"url" text NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"hours" bigint NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_days_whole" ON "vendor_days" USING btree ("integration","url","day");
--> statement-breakpoint
CREATE INDEX "vendor_days_day" ON "vendor_days" USING btree ("day");
