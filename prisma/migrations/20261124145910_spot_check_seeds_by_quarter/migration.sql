-- AlterTable
ALTER TABLE "spot_check_seed" ADD COLUMN     "committed_at" TIMESTAMPTZ(3),
ADD COLUMN     "committed_on" DATE,
ADD COLUMN     "to_date" DATE;

-- The seeds of before stay without a moment: nobody wrote it down. From now on it is written by the clock of the server.
ALTER TABLE "spot_check_seed" ALTER COLUMN "committed_at" SET DEFAULT CURRENT_TIMESTAMP;

-- How many arrivals stood in a block follows from the share in the event of the draw; every share so far was 30 in the hundred.
ALTER TABLE "spot_check_draw" ADD COLUMN     "block" INTEGER NOT NULL DEFAULT 3;
UPDATE "spot_check_draw" d SET "block" = greatest(1, floor(100 / (e."data"->'draw'->>'percent')::numeric))
  FROM "case_event" e WHERE e."case_id" = d."case_id" AND (e."data"->'draw'->>'percent')::numeric > 0;
ALTER TABLE "spot_check_draw" ALTER COLUMN "block" DROP DEFAULT;

-- AlterTable: district and kind are those of the seed.
ALTER TABLE "spot_check_draw" DROP CONSTRAINT "spot_check_draw_pkey",
DROP COLUMN "district_code",
DROP COLUMN "programme",
ADD CONSTRAINT "spot_check_draw_pkey" PRIMARY KEY ("seed_id", "block", "arrival");

-- AddForeignKey
ALTER TABLE "spot_check_draw" ADD CONSTRAINT "spot_check_draw_seed_id_fkey" FOREIGN KEY ("seed_id") REFERENCES "spot_check_seed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was committed and drawn once is never changed: it stays as it was.
CREATE FUNCTION "spot_check_stays"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  RAISE EXCEPTION ''seeds and draws of the spot check are never changed or deleted'' USING ERRCODE = ''integrity_constraint_violation'';
END ';
CREATE TRIGGER "spot_check_seed_stays" BEFORE UPDATE OR DELETE ON "spot_check_seed"
  FOR EACH ROW EXECUTE FUNCTION "spot_check_stays"();
CREATE TRIGGER "spot_check_draw_stays" BEFORE UPDATE OR DELETE ON "spot_check_draw"
  FOR EACH ROW EXECUTE FUNCTION "spot_check_stays"();
