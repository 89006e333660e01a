-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "payload_opening" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "namespace" TEXT NOT NULL,
    "workflow_id" TEXT,

    CONSTRAINT "payload_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_lookup" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "person_lookup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_calendar" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "now" TEXT NOT NULL,

    CONSTRAINT "training_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_notice" (
    "year" INTEGER NOT NULL,
    "notice" JSONB NOT NULL,
    "loaded_by" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_notice_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "assistance_case" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tracking_hash" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "town_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "training" BOOLEAN NOT NULL DEFAULT false,
    "head_seq" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "next_due" TEXT,
    "payee_account_id" TEXT,
    "opened_on" DATE NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assistance_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "case_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "command_id" TEXT,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "command_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "case_id" TEXT,
    "outcome" JSONB NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("command_id")
);

-- CreateTable
CREATE TABLE "task" (
    "case_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "assignee" TEXT,
    "due_date" DATE,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "level" INTEGER NOT NULL DEFAULT 0,
    "opened_on" DATE NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("case_id","name")
);

-- CreateTable
CREATE TABLE "grant_span" (
    "case_id" TEXT NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE,
    "amount_fen" INTEGER NOT NULL,
    "decision_no" INTEGER NOT NULL,

    CONSTRAINT "grant_span_pkey" PRIMARY KEY ("case_id","from_month")
);

-- CreateTable
CREATE TABLE "payment_hold" (
    "case_id" TEXT NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE,

    CONSTRAINT "payment_hold_pkey" PRIMARY KEY ("case_id","from_month")
);

-- CreateTable
CREATE TABLE "case_member" (
    "case_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "exclusive_group" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id","person_id","from_date")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "town_code" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "head_name" TEXT NOT NULL,
    "members" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "from_date" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "ended_on" DATE,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grievance" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grievance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "number" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "on_date" DATE NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "document_counter" (
    "town_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "document_counter_pkey" PRIMARY KEY ("town_code","year")
);

-- CreateTable
CREATE TABLE "spot_check_draw" (
    "district_code" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "arrival" INTEGER NOT NULL,
    "case_id" TEXT NOT NULL,
    "drawn" BOOLEAN NOT NULL,
    "seed_id" TEXT NOT NULL,

    CONSTRAINT "spot_check_draw_pkey" PRIMARY KEY ("district_code","programme","arrival")
);

-- CreateTable
CREATE TABLE "spot_check_seed" (
    "id" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "commitment" TEXT NOT NULL,
    "sealed_seed" BYTEA NOT NULL,

    CONSTRAINT "spot_check_seed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_run" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "district_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "total_fen" BIGINT NOT NULL DEFAULT 0,
    "next_due" TEXT,
    "level" INTEGER NOT NULL DEFAULT 0,
    "at" TEXT NOT NULL,
    "training" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "payment_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_run_step" (
    "run_id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "command_id" TEXT,
    "at" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "payment_run_step_pkey" PRIMARY KEY ("run_id","no")
);

-- CreateTable
CREATE TABLE "payment_line" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "benefit_month" DATE NOT NULL,
    "instalment" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decision_no" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "account_id" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "cancel_ground" TEXT,
    "cancel_by" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "payment_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "line_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "account_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "sent_at" TEXT NOT NULL,
    "answered_at" TEXT,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("line_id","attempt")
);

-- CreateTable
CREATE TABLE "recovery" (
    "case_id" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "benefit_month" DATE NOT NULL,
    "instalment" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "decision_no" INTEGER NOT NULL,
    "run_id" TEXT NOT NULL,

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("case_id","component","benefit_month","instalment")
);

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent" TEXT NOT NULL,
    "kind" TEXT,
    "managed_by" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "intake" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "deputy_of" TEXT,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "identity_number_hash" TEXT NOT NULL,
    "sealed_identity_number" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "birth_date" DATE NOT NULL,
    "sex" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payee_account" (
    "id" TEXT NOT NULL,
    "holder_id" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "sealed_number" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payee_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "stored_by" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "payload_opening_staff_id_at_idx" ON "payload_opening"("staff_id", "at");

-- CreateIndex
CREATE INDEX "person_lookup_person_id_at_idx" ON "person_lookup"("person_id", "at");

-- CreateIndex
CREATE INDEX "person_lookup_staff_id_at_idx" ON "person_lookup"("staff_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "assistance_case_tracking_hash_key" ON "assistance_case"("tracking_hash");

-- CreateIndex
CREATE INDEX "assistance_case_next_due_idx" ON "assistance_case"("next_due");

-- CreateIndex
CREATE INDEX "assistance_case_town_code_stage_id_idx" ON "assistance_case"("town_code", "stage", "id");

-- CreateIndex
CREATE INDEX "assistance_case_district_code_stage_id_idx" ON "assistance_case"("district_code", "stage", "id");

-- CreateIndex
CREATE INDEX "case_event_command_id_idx" ON "case_event"("command_id");

-- CreateIndex
CREATE INDEX "task_division_code_role_due_date_idx" ON "task"("division_code", "role", "due_date");

-- CreateIndex
CREATE INDEX "case_member_person_id_idx" ON "case_member"("person_id");

-- CreateIndex
CREATE INDEX "posting_village_code_ended_on_idx" ON "posting"("village_code", "ended_on");

-- CreateIndex
CREATE UNIQUE INDEX "posting_case_id_no_key" ON "posting"("case_id", "no");

-- CreateIndex
CREATE INDEX "document_case_id_idx" ON "document"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_draw_case_id_key" ON "spot_check_draw"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_seed_district_code_programme_from_date_key" ON "spot_check_seed"("district_code", "programme", "from_date");

-- CreateIndex
CREATE INDEX "payment_run_next_due_idx" ON "payment_run"("next_due");

-- CreateIndex
CREATE UNIQUE INDEX "payment_run_programme_month_district_code_key" ON "payment_run"("programme", "month", "district_code");

-- CreateIndex
CREATE UNIQUE INDEX "payment_run_step_command_id_key" ON "payment_run_step"("command_id");

-- CreateIndex
CREATE INDEX "payment_line_run_id_status_idx" ON "payment_line"("run_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "payment_line_case_id_component_benefit_month_instalment_key" ON "payment_line"("case_id", "component", "benefit_month", "instalment");

-- CreateIndex
CREATE INDEX "recovery_run_id_idx" ON "recovery"("run_id");

-- CreateIndex
CREATE INDEX "division_parent_idx" ON "division"("parent");

-- CreateIndex
CREATE INDEX "division_managed_by_idx" ON "division"("managed_by");

-- CreateIndex
CREATE INDEX "staff_division_code_role_idx" ON "staff"("division_code", "role");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_number_hash_key" ON "person"("identity_number_hash");

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_span" ADD CONSTRAINT "grant_span_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assistance_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_run_step" ADD CONSTRAINT "payment_run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
