ALTER TABLE "attachments" ADD COLUMN "staff_id" text;
