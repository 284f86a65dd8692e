CREATE INDEX `vote_tallies_article` ON `vote_tallies` (`article_id`,`answered`,`day`,`count`);
