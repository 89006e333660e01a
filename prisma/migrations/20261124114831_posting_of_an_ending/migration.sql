-- AlterTable
ALTER TABLE "posting" ADD COLUMN     "ending" BOOLEAN NOT NULL DEFAULT false;
