ALTER TABLE `answers` ADD `section` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `language` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `languages` text;
