-- AlterTable
ALTER TABLE "task" ADD COLUMN     "supervisor_division_code" TEXT,
ADD COLUMN     "supervisor_role" TEXT;

-- CreateIndex
CREATE INDEX "task_supervisor_division_code_supervisor_role_due_date_idx" ON "task"("supervisor_division_code", "supervisor_role", "due_date");
