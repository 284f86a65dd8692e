CREATE TABLE `article_versions` (
	`article_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`first_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `article_versions_whole` ON `article_versions` (`article_id`,`content_hash`);
--> statement-breakpoint
CREATE TABLE `article_work` (
	`article_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`owner_id` text,
	`note` text,
	`broken_hash` text,
	`fixed_hash` text,
	`fixed_at` timestamp,
	`awaits_version` boolean NOT NULL,
	`dismissed_harm` real,
	`version` integer NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE TABLE `vote_tallies` (
	`article_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`day` text NOT NULL,
	`answered` boolean NOT NULL,
	`reason` text NOT NULL,
	`count` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `vote_tallies_whole` ON `vote_tallies` (`article_id`,`content_hash`,`day`,`answered`,`reason`);
--> statement-breakpoint
CREATE INDEX `vote_tallies_day` ON `vote_tallies` (`day`,`article_id`,`content_hash`,`answered`,`count`);
--> statement-breakpoint
CREATE TABLE `attachment_contents` (
	`attachment_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`escalation_id` text NOT NULL,
	`message_id` text,
	`from` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` timestamp NOT NULL,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `attachments_escalation` ON `attachments` (`escalation_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `attachments_created` ON `attachments` (`created_at`);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` timestamp NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`action` text NOT NULL,
	`kind` text NOT NULL,
	`object_id` text,
	`detail` text
);

--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object_id`,`at`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_staff` ON `audit` (`staff_id`,`at`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_kind` ON `audit` (`kind`,`at`,`id`);
--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` boolean,
	`failed_verification_count` integer,
	`locked_until` timestamp,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `two_factor_user` ON `two_factor` (`user_id`);
--> statement-breakpoint
CREATE TABLE `case_articles` (
	`escalation_id` text NOT NULL,
	`article_id` text NOT NULL,
	`how` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` timestamp NOT NULL,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `case_articles_whole` ON `case_articles` (`escalation_id`,`article_id`,`how`);
--> statement-breakpoint
CREATE INDEX `case_articles_article` ON `case_articles` (`article_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `case_articles_created` ON `case_articles` (`created_at`);
--> statement-breakpoint
CREATE TABLE `case_tags` (
	`escalation_id` text NOT NULL,
	`tag` text NOT NULL,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `case_tags_whole` ON `case_tags` (`escalation_id`,`tag`);
--> statement-breakpoint
CREATE INDEX `case_tags_tag` ON `case_tags` (`tag`,`escalation_id`);
--> statement-breakpoint
CREATE TABLE `case_viewers` (
	`id` text PRIMARY KEY NOT NULL,
	`escalation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`seen_at` timestamp NOT NULL,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `case_viewers_case` ON `case_viewers` (`escalation_id`,`seen_at`);
--> statement-breakpoint
CREATE INDEX `case_viewers_seen` ON `case_viewers` (`seen_at`);
--> statement-breakpoint
CREATE TABLE `mentions` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`escalation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`seen_at` timestamp,
	`created_at` timestamp NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_whole` ON `mentions` (`message_id`,`staff_id`);
--> statement-breakpoint
CREATE INDEX `mentions_staff` ON `mentions` (`staff_id`,`seen_at`,`created_at`);
--> statement-breakpoint
CREATE INDEX `mentions_case` ON `mentions` (`escalation_id`);
--> statement-breakpoint
CREATE TABLE `saved_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `saved_replies_title` ON `saved_replies` (`title`);
--> statement-breakpoint
CREATE TABLE `gap_phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`gap_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`count` integer NOT NULL,
	`results` integer,
	`knowledge` text NOT NULL,
	`first_at` timestamp NOT NULL,
	`last_at` timestamp NOT NULL,
	FOREIGN KEY (`gap_id`) REFERENCES `gaps`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `gap_phrases_whole` ON `gap_phrases` (`kind`,`key`);
--> statement-breakpoint
CREATE INDEX `gap_phrases_gap` ON `gap_phrases` (`gap_id`,`count`);
--> statement-breakpoint
CREATE INDEX `gap_phrases_last` ON `gap_phrases` (`last_at`);
--> statement-breakpoint
CREATE TABLE `gap_words` (
	`word` text NOT NULL,
	`phrase_id` text NOT NULL,
	FOREIGN KEY (`phrase_id`) REFERENCES `gap_phrases`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `gap_words_whole` ON `gap_words` (`word`,`phrase_id`);
--> statement-breakpoint
CREATE INDEX `gap_words_phrase` ON `gap_words` (`phrase_id`);
--> statement-breakpoint
CREATE TABLE `gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`named` boolean NOT NULL,
	`state` text NOT NULL,
	`questions` integer NOT NULL,
	`searches` integer NOT NULL,
	`count` integer NOT NULL,
	`last_at` timestamp NOT NULL,
	`integration` text,
	`topic` text,
	`closed_by` text,
	`closed_at` timestamp,
	`closed_article` text,
	`version` integer NOT NULL,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `gaps_state_count` ON `gaps` (`state`,`count`,`id`);
--> statement-breakpoint
CREATE INDEX `gaps_state_topic` ON `gaps` (`state`,`topic`,`count`,`id`);
--> statement-breakpoint
CREATE INDEX `gaps_state_integration` ON `gaps` (`state`,`integration`,`count`,`id`);
--> statement-breakpoint
CREATE TABLE `weekly_readers` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`since` timestamp NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `cleanings` (
	`kind` text PRIMARY KEY NOT NULL,
	`cleaned_at` timestamp NOT NULL,
	`day` text NOT NULL,
	`deleted` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `invites` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` timestamp NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invites_email` ON `invites` (`email`);
--> statement-breakpoint
CREATE UNIQUE INDEX `invites_token` ON `invites` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `invites_created` ON `invites` (`created_at`);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text,
	`created_at` timestamp NOT NULL,
	`last_used_at` timestamp,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`who` text NOT NULL,
	`hour` timestamp NOT NULL,
	`count` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_failures_whole` ON `sign_in_failures` (`who`,`hour`);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_hour` ON `sign_in_failures` (`hour`);
--> statement-breakpoint
DROP INDEX `answers_created`;
--> statement-breakpoint
ALTER TABLE `answers` ADD `went_on` boolean;
--> statement-breakpoint
ALTER TABLE `answers` ADD `voted_at` timestamp;
--> statement-breakpoint
CREATE INDEX `answers_visitor` ON `answers` (`visitor_key`);
--> statement-breakpoint
CREATE INDEX `answers_verdict_created` ON `answers` (`verdict`,`created_at`,`article_id`,`stopped`);
--> statement-breakpoint
CREATE INDEX `answers_helped` ON `answers` (`helped`,`created_at`);
--> statement-breakpoint
CREATE INDEX `answers_article` ON `answers` (`article_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`question_key`,`created_at`,`verdict`,`helped`,`stopped`);
--> statement-breakpoint
CREATE INDEX `answers_voted` ON `answers` (`voted_at`);
--> statement-breakpoint
CREATE INDEX `answers_created` ON `answers` (`created_at`,`verdict`,`helped`,`went_on`);
--> statement-breakpoint
DROP INDEX `escalations_article`;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `receipt_issue` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `subject` text;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `topic_id` text;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `priority` text DEFAULT 'normal' NOT NULL;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `owner_id` text;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `waiting_since` timestamp;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `snoozed_until` timestamp;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `first_reply_at` timestamp;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `solved_at` timestamp;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `booking_opened_at` timestamp;
--> statement-breakpoint
CREATE INDEX `escalations_topic` ON `escalations` (`topic_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `escalations_owner_updated` ON `escalations` (`owner_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_created` ON `escalations` (`created_at`,`topic_id`,`article_id`,`first_reply_at`,`solved_at`);
--> statement-breakpoint
CREATE INDEX `escalations_priority_updated` ON `escalations` (`priority`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_topic_updated` ON `escalations` (`topic_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_waiting` ON `escalations` (`waiting_since`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_facets` ON `escalations` (`state`,`owner_id`,`priority`,`topic_id`,`snoozed_until`,`waiting_since`);
--> statement-breakpoint
CREATE INDEX `escalations_snoozed` ON `escalations` (`snoozed_until`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_email` ON `escalations` (lower("email"),`created_at`);
--> statement-breakpoint
CREATE INDEX `escalations_article` ON `escalations` (`article_id`,`created_at`);
--> statement-breakpoint
DROP INDEX `signals_day`;
--> statement-breakpoint
CREATE INDEX `signals_day` ON `signals` (`day`,`article_id`,`content_hash`,`kind`,`count`);
--> statement-breakpoint
DROP INDEX `outbox_due`;
--> statement-breakpoint
ALTER TABLE `outbox` ADD `received` text;
--> statement-breakpoint
CREATE INDEX `outbox_channel` ON `outbox` (`state`,`kind`,`next_at`,`id`);
--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`sent_at`);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`,`id`);
--> statement-breakpoint
ALTER TABLE `session` ADD `way` text;
--> statement-breakpoint
ALTER TABLE `user` ADD `two_factor_enabled` boolean;
--> statement-breakpoint
ALTER TABLE `messages` ADD `author_id` text;
--> statement-breakpoint
ALTER TABLE `votes` ADD `told_at` timestamp;
--> statement-breakpoint
CREATE INDEX `votes_updated` ON `votes` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `votes_article_email` ON `votes` (`article_id`,`email`);
--> statement-breakpoint
CREATE INDEX `votes_email` ON `votes` (lower("email"));
--> statement-breakpoint
CREATE INDEX `connection_checks_at` ON `connection_checks` (`at`);
--> statement-breakpoint
CREATE INDEX `connection_events_at` ON `connection_events` (`at`);
