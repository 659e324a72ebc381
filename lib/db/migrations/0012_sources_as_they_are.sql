-- Sources are mostly files in base64, which do not get smaller: trying took as long as all else of storing a message.
ALTER TABLE "message_sources" ALTER COLUMN "raw" SET STORAGE EXTERNAL;
