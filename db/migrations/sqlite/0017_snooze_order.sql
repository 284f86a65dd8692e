DROP INDEX `escalations_owner_updated`;
--> statement-breakpoint
DROP INDEX `escalations_priority_updated`;
--> statement-breakpoint
DROP INDEX `escalations_topic_updated`;
--> statement-breakpoint
CREATE INDEX `escalations_listed` ON `escalations` ((case when "snoozed_until" > "updated_at" then "snoozed_until" else "updated_at" end),`id`);
--> statement-breakpoint
CREATE INDEX `escalations_state_listed` ON `escalations` (`state`,(case when "snoozed_until" > "updated_at" then "snoozed_until" else "updated_at" end),`id`);
--> statement-breakpoint
CREATE INDEX `escalations_owner_listed` ON `escalations` (`owner_id`,(case when "snoozed_until" > "updated_at" then "snoozed_until" else "updated_at" end),`id`);
--> statement-breakpoint
CREATE INDEX `escalations_priority_listed` ON `escalations` (`priority`,(case when "snoozed_until" > "updated_at" then "snoozed_until" else "updated_at" end),`id`);
--> statement-breakpoint
CREATE INDEX `escalations_topic_listed` ON `escalations` (`topic_id`,(case when "snoozed_until" > "updated_at" then "snoozed_until" else "updated_at" end),`id`);
