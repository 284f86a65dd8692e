ALTER TABLE `access_requests` ADD `language` text;
--> statement-breakpoint
ALTER TABLE `connections` ADD `owner_language` text;
--> statement-breakpoint
ALTER TABLE `tenant_requests` ADD `language` text;
--> statement-breakpoint
ALTER TABLE `escalations` ADD `language` text;
--> statement-breakpoint
ALTER TABLE `votes` ADD `language` text;
