ALTER TABLE `answers` ADD `looked_for` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `passages` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `confidence` real;
--> statement-breakpoint
ALTER TABLE `answers` ADD `checks` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `knowledge_version` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `model` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `prompt_tokens` integer;
--> statement-breakpoint
ALTER TABLE `answers` ADD `completion_tokens` integer;
--> statement-breakpoint
ALTER TABLE `answers` ADD `first_ms` integer;
--> statement-breakpoint
ALTER TABLE `answers` ADD `whole_ms` integer;
--> statement-breakpoint
ALTER TABLE `answers` ADD `stopped` boolean;
--> statement-breakpoint
ALTER TABLE `answers` ADD `cached` boolean;
