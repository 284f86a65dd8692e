CREATE INDEX "vote_tallies_article" ON "vote_tallies" USING btree ("article_id","answered","day","count");
