-- CreateTable
CREATE TABLE "law_announcement" (
    "version" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "law_announcement_pkey" PRIMARY KEY ("version")
);
