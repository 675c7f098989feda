CREATE TABLE "userProfile" ("userId" integer PRIMARY KEY, "userName" varchar(20) NOT NULL, "isActive" boolean DEFAULT true, age int);
INSERT INTO "userProfile" VALUES (1, 'ann', true, 3);
ALTER TABLE "userProfile" RENAME COLUMN "userName" TO username;
ALTER TABLE "userProfile" DROP COLUMN "isActive";
ALTER TABLE "userProfile" ALTER COLUMN AGE SET NOT NULL;
ALTER TABLE "userProfile" ADD COLUMN "createdAt" timestamp NOT NULL DEFAULT '2024-01-01';
CREATE UNIQUE INDEX "userProfile_name" ON "userProfile" (username, "createdAt");
