ALTER TABLE "case_viewers" ADD COLUMN "writes" text;
