DROP INDEX `escalations_article`;
--> statement-breakpoint
DROP INDEX `escalations_created`;
--> statement-breakpoint
DROP INDEX `escalations_facets`;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `merged_into` text;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `junk_at` timestamp;
--> statement-breakpoint
CREATE INDEX `escalations_junk` ON `escalations` (`junk_at`,`id`) WHERE junk_at is not null;
--> statement-breakpoint
CREATE INDEX `escalations_merged` ON `escalations` (`merged_into`,`created_at`) WHERE merged_into is not null;
--> statement-breakpoint
CREATE INDEX `escalations_article` ON `escalations` (`article_id`,`created_at`,`junk_at`,`merged_into`);
--> statement-breakpoint
CREATE INDEX `escalations_created` ON `escalations` (`created_at`,`topic_id`,`article_id`,`first_reply_at`,`solved_at`,`junk_at`,`merged_into`);
--> statement-breakpoint
CREATE INDEX `escalations_facets` ON `escalations` (`state`,`owner_id`,`priority`,`topic_id`,`snoozed_until`,`waiting_since`,`junk_at`);
