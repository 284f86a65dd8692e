ALTER TABLE `case_viewers` ADD `writes` text;
