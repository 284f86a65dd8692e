CREATE TABLE `embeddings` (
	`key` text PRIMARY KEY NOT NULL,
	`vector` text NOT NULL,
	`used_at` timestamp NOT NULL,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `embeddings_used` ON `embeddings` (`used_at`);
