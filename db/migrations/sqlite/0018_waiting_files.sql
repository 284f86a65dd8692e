ALTER TABLE `attachments` ADD `staff_id` text;
