-- What Prisma cannot express of the payment ledger.
ALTER TABLE "payment_run"
  ADD CONSTRAINT "payment_run_first_day" CHECK (extract(day FROM "month") = 1),
  ADD CONSTRAINT "payment_run_status" CHECK ("status" IN
    ('drawingUp', 'drawnUp', 'checked', 'districtApproved', 'sentToFinance', 'sentToBank', 'settled'));

ALTER TABLE "payment_line"
  ADD CONSTRAINT "payment_line_amount" CHECK ("amount_fen" > 0),
  ADD CONSTRAINT "payment_line_first_day" CHECK (extract(day FROM "benefit_month") = 1),
  ADD CONSTRAINT "payment_line_instalment" CHECK ("instalment" > 0),
  ADD CONSTRAINT "payment_line_reason" CHECK ("reason" IN ('regular', 'arrears', 'difference')),
  ADD CONSTRAINT "payment_line_status" CHECK ("status" IN ('due', 'sent', 'settled', 'returned', 'cancelled')),
  -- Money is on its way, arrived or came back only by a transfer to an account.
  ADD CONSTRAINT "payment_line_transfer" CHECK
    ("status" IN ('due', 'cancelled') OR ("attempt" > 0 AND "account_id" IS NOT NULL));

ALTER TABLE "payment_attempt"
  ADD CONSTRAINT "payment_attempt_status" CHECK ("status" IN ('sent', 'settled', 'returned')),
  ADD CONSTRAINT "payment_attempt_answer" CHECK (("status" = 'sent') = ("answered_at" IS NULL));

-- At most one transfer of a line is under way or has arrived: no line is paid twice.
CREATE UNIQUE INDEX "payment_attempt_once" ON "payment_attempt" ("line_id") WHERE "status" IN ('sent', 'settled');

ALTER TABLE "recovery"
  ADD CONSTRAINT "recovery_amount" CHECK ("amount_fen" > 0),
  ADD CONSTRAINT "recovery_first_day" CHECK (extract(day FROM "benefit_month") = 1);

-- A line is never deleted, and what it is for never changes.
CREATE FUNCTION "payment_line_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (OLD.id, OLD.run_id, OLD.case_id, OLD.component, OLD.benefit_month, OLD.instalment, OLD.amount_fen)
      = (NEW.id, NEW.run_id, NEW.case_id, NEW.component, NEW.benefit_month, NEW.instalment, NEW.amount_fen)
    AND (OLD.status NOT IN ('settled', 'cancelled') OR OLD.status = NEW.status)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a payment line is kept as it was drawn, and ends once' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "payment_line_stays" BEFORE UPDATE OR DELETE ON "payment_line"
  FOR EACH ROW EXECUTE FUNCTION "payment_line_stays"();
