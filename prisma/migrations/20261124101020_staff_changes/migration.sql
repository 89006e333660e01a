-- CreateTable
CREATE TABLE "staff_change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "other" TEXT,
    "by" TEXT NOT NULL,

    CONSTRAINT "staff_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "staff_change_staff_id_at_idx" ON "staff_change"("staff_id", "at");
