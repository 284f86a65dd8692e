CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`visitor_key` text,
	`question` text NOT NULL,
	`question_key` text NOT NULL,
	`article_id` text,
	`verdict` text NOT NULL,
	`mode` text NOT NULL,
	`sentences` text NOT NULL,
	`sources` text NOT NULL,
	`helped` boolean,
	`reason` text,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `answers_thread` ON `answers` (`thread_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `answers_verdict` ON `answers` (`verdict`,`question_key`);
--> statement-breakpoint
CREATE INDEX `answers_created` ON `answers` (`created_at`);
--> statement-breakpoint
CREATE TABLE `searches` (
	`text` text NOT NULL,
	`day` text NOT NULL,
	`results` integer NOT NULL,
	`count` integer NOT NULL,
	`first_at` timestamp NOT NULL,
	`last_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `searches_text_day` ON `searches` (`text`,`day`);
--> statement-breakpoint
CREATE INDEX `searches_last` ON `searches` (`last_at`);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` timestamp,
	`refresh_token_expires_at` timestamp,
	`scope` text,
	`password` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` timestamp NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL,
	`impersonated_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`token`);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` boolean NOT NULL,
	`image` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL,
	`role` text,
	`banned` boolean,
	`ban_reason` text,
	`ban_expires` timestamp
);

--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);
--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` timestamp NOT NULL,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);
--> statement-breakpoint
CREATE TABLE `escalations` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`receipt_expires_at` timestamp NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`message` text NOT NULL,
	`article_id` text,
	`url` text,
	`trail` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_reference` ON `escalations` (`reference`);
--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_receipt` ON `escalations` (`receipt_hash`);
--> statement-breakpoint
CREATE INDEX `escalations_updated` ON `escalations` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_state_updated` ON `escalations` (`state`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `escalations_article` ON `escalations` (`article_id`);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`escalation_id` text NOT NULL,
	`from` text NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`created_at` timestamp NOT NULL,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `messages_escalation` ON `messages` (`escalation_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `signals` (
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`article_id` text NOT NULL,
	`step_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`count` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `signals_whole` ON `signals` (`article_id`,`day`,`kind`,`step_id`,`content_hash`);
--> statement-breakpoint
CREATE INDEX `signals_day` ON `signals` (`day`);
--> statement-breakpoint
CREATE TABLE `votes` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor_id` text NOT NULL,
	`article_id` text NOT NULL,
	`content_hash` text,
	`answered` boolean NOT NULL,
	`reason` text,
	`comment` text,
	`email` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `votes_visitor_article` ON `votes` (`visitor_id`,`article_id`);
--> statement-breakpoint
CREATE INDEX `votes_article` ON `votes` (`article_id`,`updated_at`);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` text NOT NULL,
	`response` text,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_keys_whole` ON `idempotency_keys` (`scope`,`key`);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);
--> statement-breakpoint
CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `limits_until` ON `limits` (`until`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`payload` text NOT NULL,
	`ref` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` timestamp NOT NULL,
	`lease_until` timestamp,
	`leased_by` text,
	`last_error` text,
	`sent_at` timestamp,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe` ON `outbox` (`dedupe_key`);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);
--> statement-breakpoint
CREATE INDEX `outbox_ref` ON `outbox` (`ref`);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE TABLE `vendor_status` (
	`integration` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`payload` text NOT NULL,
	`seen_at` timestamp,
	`tried_at` timestamp NOT NULL
);

