-- CreateTable
CREATE TABLE "law_version" (
    "version" TEXT NOT NULL,
    "parameters" JSON NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "law_version_pkey" PRIMARY KEY ("version")
);

-- What decided once is never changed: it stays as it was.
CREATE FUNCTION "law_version_stays"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  RAISE EXCEPTION ''versions of the law are never changed or deleted'' USING ERRCODE = ''integrity_constraint_violation'';
END ';
CREATE TRIGGER "law_version_stays" BEFORE UPDATE OR DELETE ON "law_version"
  FOR EACH ROW EXECUTE FUNCTION "law_version_stays"();
