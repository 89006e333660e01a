-- A grant is drawn by component: tekun's two payments may go to different payees. Rights granted so far are of one component.
ALTER TABLE "grant_span" ADD COLUMN "component" TEXT;
UPDATE "grant_span" g SET "component" = c."kind" FROM "assistance_case" c WHERE c."id" = g."case_id";
ALTER TABLE "grant_span" DROP CONSTRAINT "grant_span_pkey",
  ALTER COLUMN "component" SET NOT NULL,
  ADD CONSTRAINT "grant_span_pkey" PRIMARY KEY ("case_id", "component", "from_month");

-- AlterTable
ALTER TABLE "case_member" DROP CONSTRAINT "case_member_pkey",
  ADD CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id", "person_id", "exclusive_group", "from_date");

-- What Prisma cannot express.
-- No month of one case and component belongs to two spans.
ALTER TABLE "grant_span" DROP CONSTRAINT "one_span_a_month",
  ADD CONSTRAINT "one_span_a_month" EXCLUDE USING gist
    ("case_id" WITH =, "component" WITH =, daterange("from_month", "to_month", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;

-- A case accepted keeps out a second one of its kind; one confirmed keeps out the kinds it excludes (policy.md §8).
ALTER TABLE "case_member" DROP CONSTRAINT "person_on_one_case";
INSERT INTO "case_member" ("case_id", "person_id", "exclusive_group", "from_date", "to_date")
  SELECT m."case_id", m."person_id", c."kind", m."from_date", m."to_date"
  FROM "case_member" m JOIN "assistance_case" c ON c."id" = m."case_id";
DELETE FROM "case_member" m USING "assistance_case" c
  WHERE c."id" = m."case_id" AND m."exclusive_group" = 'livingAllowance' AND m."to_date" IS NULL
    AND c."stage" NOT IN ('inPayment', 'suspended', 'gradualExit');
INSERT INTO "case_member" ("case_id", "person_id", "exclusive_group", "from_date", "to_date")
  SELECT "case_id", "person_id", 'householdStatus', "from_date", "to_date"
  FROM "case_member" WHERE "exclusive_group" = 'livingAllowance';

-- One constraint a group, so that its name says which rule refused. The last day is free for the next case.
ALTER TABLE "case_member"
  ADD CONSTRAINT "person_on_one_case_of_a_kind" EXCLUDE USING gist
    ("person_id" WITH =, "exclusive_group" WITH =, daterange("from_date", "to_date", '[)') WITH &&)
    WHERE ("exclusive_group" NOT IN ('livingAllowance', 'householdStatus', 'tekunOrChildrensAllowance')),
  ADD CONSTRAINT "person_on_one_living_allowance" EXCLUDE USING gist
    ("person_id" WITH =, daterange("from_date", "to_date", '[)') WITH &&) WHERE ("exclusive_group" = 'livingAllowance'),
  ADD CONSTRAINT "person_in_one_household_status" EXCLUDE USING gist
    ("person_id" WITH =, daterange("from_date", "to_date", '[)') WITH &&) WHERE ("exclusive_group" = 'householdStatus'),
  ADD CONSTRAINT "tekun_or_childrens_allowance" EXCLUDE USING gist
    ("person_id" WITH =, daterange("from_date", "to_date", '[)') WITH &&)
    WHERE ("exclusive_group" = 'tekunOrChildrensAllowance');
