-- AlterTable
ALTER TABLE "grievance" ALTER COLUMN "sealed" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "key_id" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "spot_check_seed" ALTER COLUMN "sealed_seed" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "person" ALTER COLUMN "sealed_identity_number" SET DATA TYPE TEXT,
ALTER COLUMN "sealed_name" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "payee_account" ALTER COLUMN "sealed_number" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "key_id" TEXT NOT NULL;

-- What Prisma cannot express of the case.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Nobody is covered twice by kinds of help that exclude each other (policy.md §8). The last day is free for the next case.
ALTER TABLE "case_member"
  ADD CONSTRAINT "person_on_one_case" EXCLUDE USING gist
    ("person_id" WITH =, "exclusive_group" WITH =, daterange("from_date", "to_date", '[)') WITH &&);

-- No month of one case belongs to two spans.
ALTER TABLE "grant_span"
  ADD CONSTRAINT "grant_span_amount" CHECK ("amount_fen" > 0),
  ADD CONSTRAINT "grant_span_first_days" CHECK (extract(day FROM "from_month") = 1 AND extract(day FROM "to_month") = 1),
  ADD CONSTRAINT "one_span_a_month" EXCLUDE USING gist
    ("case_id" WITH =, daterange("from_month", "to_month", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "assistance_case"
  ADD CONSTRAINT "case_head" CHECK ("head_seq" > 0);

-- The legal record is appended to, never changed.
CREATE FUNCTION "case_event_stays"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  RAISE EXCEPTION ''case events are never changed or deleted'' USING ERRCODE = ''integrity_constraint_violation'';
END ';
CREATE TRIGGER "case_event_stays" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION "case_event_stays"();
CREATE TRIGGER "document_stays" BEFORE UPDATE OR DELETE ON "document"
  FOR EACH ROW EXECUTE FUNCTION "case_event_stays"();
