CREATE TABLE `access_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`integration` text NOT NULL,
	`who` text NOT NULL,
	`workspace_id` text,
	`email` text NOT NULL,
	`created_at` timestamp NOT NULL,
	`told_at` timestamp
);

--> statement-breakpoint
CREATE UNIQUE INDEX `access_requests_who` ON `access_requests` (`integration`,`who`);
--> statement-breakpoint
CREATE TABLE `connection_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`at` timestamp NOT NULL,
	`state` text NOT NULL,
	`by` text NOT NULL,
	`results` text NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `connection_checks_connection` ON `connection_checks` (`connection_id`,`at`);
--> statement-breakpoint
CREATE TABLE `connection_events` (
	`id` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`at` timestamp NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`detail` text
);

--> statement-breakpoint
CREATE INDEX `connection_events_connection` ON `connection_events` (`connection_id`,`at`);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`integration` text NOT NULL,
	`site` text NOT NULL,
	`state` text NOT NULL,
	`account_id` text,
	`account_name` text,
	`account_url` text,
	`grant` text,
	`grant_version` integer NOT NULL,
	`grant_expires_at` timestamp,
	`refresh_until` timestamp,
	`connected_at` timestamp,
	`owner_email` text,
	`draft` text NOT NULL,
	`version` integer NOT NULL,
	`saved` text,
	`saved_at` timestamp,
	`check_state` text,
	`checked_at` timestamp,
	`next_check_at` timestamp,
	`missed_checks` integer NOT NULL,
	`check_until` timestamp,
	`told_failed` boolean NOT NULL,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `connections_workspace_integration` ON `connections` (`workspace_id`,`integration`);
--> statement-breakpoint
CREATE INDEX `connections_next_check` ON `connections` (`next_check_at`);
--> statement-breakpoint
CREATE INDEX `connections_state` ON `connections` (`integration`,`state`);
--> statement-breakpoint
CREATE TABLE `oauth_states` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`session_hash` text NOT NULL,
	`integration` text NOT NULL,
	`site` text NOT NULL,
	`verifier` text NOT NULL,
	`return_to` text NOT NULL,
	`expires_at` timestamp NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `oauth_states_expires` ON `oauth_states` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `tenant_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`tenant_id` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`email` text NOT NULL,
	`submitted_at` timestamp NOT NULL,
	`decided_at` timestamp,
	`decided_by` text,
	FOREIGN KEY (`connection_id`) REFERENCES `connections`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `tenant_requests_connection` ON `tenant_requests` (`connection_id`,`submitted_at`);
--> statement-breakpoint
CREATE INDEX `tenant_requests_state` ON `tenant_requests` (`state`,`submitted_at`);
--> statement-breakpoint
CREATE TABLE `customer_accounts` (
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
	FOREIGN KEY (`user_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `customer_accounts_user` ON `customer_accounts` (`user_id`);
--> statement-breakpoint
CREATE TABLE `customer_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`workspace_id` text,
	`expires_at` timestamp NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `customer_sessions_token` ON `customer_sessions` (`token`);
--> statement-breakpoint
CREATE INDEX `customer_sessions_user` ON `customer_sessions` (`user_id`);
--> statement-breakpoint
CREATE TABLE `customer_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` timestamp NOT NULL,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `customer_verifications_identifier` ON `customer_verifications` (`identifier`);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` boolean NOT NULL,
	`image` text,
	`created_at` timestamp NOT NULL,
	`updated_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email` ON `customers` (`email`);
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`subject` text,
	`created_at` timestamp NOT NULL,
	`last_seen_at` timestamp NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `members_workspace_customer` ON `members` (`workspace_id`,`customer_id`);
--> statement-breakpoint
CREATE INDEX `members_customer` ON `members` (`customer_id`);
--> statement-breakpoint
CREATE TABLE `used_tokens` (
	`jti` text PRIMARY KEY NOT NULL,
	`expires_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE INDEX `used_tokens_expires` ON `used_tokens` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text,
	`name` text NOT NULL,
	`created_at` timestamp NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_external` ON `workspaces` (`external_id`);
