CREATE TABLE "embeddings" (
	"key" text PRIMARY KEY NOT NULL,
	"vector" text NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE INDEX "embeddings_used" ON "embeddings" USING btree ("used_at");
