import { addDays } from '../../../policy/dates.ts';
import type { HouseholdFacts } from '../../../policy/eligibility/facts.ts';
import type { CommandOf, Outcome, RecheckClass } from '../../../policy/lifecycle/commands.ts';
import { verificationSources } from '../../../policy/lifecycle/commands.ts';
import { deciderOf } from '../../../policy/lifecycle/decider.ts';
import { isChildOn } from '../../../policy/lifecycle/main-person.ts';
import { verificationNeeded } from '../../../policy/lifecycle/verified.ts';
import { coupleWithChild, type InventedHousehold } from '../../fixtures/households.ts';
import { delegatedTown, type Place, type StaffOfPlace, staffOf } from '../../fixtures/staff.ts';
import { CaseDriver, day } from './case-driver.ts';

/** A case under way with the staff of its place: its steps as a caseworker would name them. */
export class ACase extends CaseDriver {
  readonly staff: StaffOfPlace;
  readonly household: InventedHousehold;
  readonly about: AppliedFor;

  constructor(place: Place = delegatedTown, household: InventedHousehold = coupleWithChild, about: AppliedFor = {}) {
    super(place);
    this.staff = staffOf(place);
    this.household = household;
    this.about = about;
  }

  /** The staff of the place where the household lives now; `staff` stays that of the place where it applied. */
  get here(): StaffOfPlace {
    const { village, town, district } = this.state;
    return staffOf({ village, town, district });
  }

  draft(on: string, given: Partial<CommandOf<'draftApplication'>> = {}): this {
    this.give(this.staff.clerk, on, draftOf(this.household, this.place, { ...this.about, ...given }));
    return this;
  }

  authorise(on: string, persons = this.household.facts.members.map(({ personId }) => personId)): this {
    for (const personId of persons) this.give(this.staff.clerk, on, authorisationOf(personId, this.household, on));
    return this;
  }

  submit(on: string, given: Partial<CommandOf<'draftApplication'>> = {}): this {
    this.draft(on, given).authorise(on).give(this.staff.clerk, on, { type: 'submitApplication' });
    return this;
  }

  accept(on: string, given: Partial<CommandOf<'draftApplication'>> = {}): this {
    this.submit(on, given).give(this.staff.clerk, on, { type: 'acceptApplication' });
    return this;
  }

  verify(on: string, finding: 'agrees' | 'differs' = 'agrees', persons?: readonly string[]): this {
    this.give(this.staff.clerk, on, { type: 'requestVerification', ...(persons && { persons }) });
    return this.answerRound(on, finding);
  }

  /** All answers of the last round; with 'differs' one deposit does not agree. */
  answerRound(on: string, finding: 'agrees' | 'differs' = 'agrees'): this {
    this.give(this.staff.centre, on, answersTo(this, finding));
    return this;
  }

  visit(on: string, given: Partial<CommandOf<'recordHomeVisit'>> = {}): this {
    this.give(this.staff.clerk, on, { ...visitOf(this, on), ...given });
    return this;
  }

  appraise(on: string, given: Partial<CommandOf<'recordAppraisal'>> = {}): this {
    this.give(this.staff.clerk, on, { ...appraisalOn(on), ...given });
    return this;
  }

  opine(on: string, given: Partial<CommandOf<'writeOpinion'>> = {}): this {
    this.give(this.staff.writer, on, { ...opinionOf(this), ...given });
    if (deciderOf(this.state) === 'district') this.give(this.staff.approver, on, { type: 'signOpinion' });
    return this;
  }

  post(on: string): this {
    this.give(this.staff.worker, on, { type: 'startPosting', place: '村务公开栏' });
    return this;
  }

  forward(on: string): this {
    this.give(this.staff.clerk, on, { type: 'forward' });
    return this;
  }

  object(on: string, objectionId = 'objection-1'): this {
    this.give(this.staff.public, on, { type: 'raiseObjection', objectionId });
    return this;
  }

  answerObjection(on: string, upheld = false, objectionId = 'objection-1'): this {
    this.give(this.staff.clerk, on, { type: 'investigateObjection', objectionId, upheld, finding: '已入户核实。' });
    return this;
  }

  districtOpinion(on: string, proposal: 'grant' | 'refuse' = 'grant'): this {
    this.give(this.staff.officer, on, { type: 'writeDistrictOpinion', proposal, ground: '材料齐全。' });
    return this;
  }

  /** Who decides in this place. */
  get decider() {
    const { proceeding } = this.state;
    const level = proceeding ? proceeding.procedure.decider : deciderOf(this.state);
    return level === 'town' ? this.staff.approver : this.staff.districtApprover;
  }

  /** Another person who might decide: the second of the level. */
  get otherDecider() {
    return this.decider === this.staff.approver ? this.staff.otherApprover : this.staff.otherDistrictApprover;
  }

  confirm(on: string): this {
    this.give(this.decider.role === 'townApprover' ? this.staff.otherApprover : this.decider, on, { type: 'confirm' });
    return this;
  }

  /** The straight way to the end of the posting: everything on `on`, posted that day. */
  untilPosted(on: string, given: Partial<CommandOf<'draftApplication'>> = {}): this {
    this.accept(on, given).verify(on).visit(on);
    if (this.state.stage === 'appraising') this.appraise(on);
    this.opine(on)
      .post(on)
      .passTo(addDays(day(on), 8));
    return this;
  }

  /** The straight way into payment, accepted on one day and confirmed on another. */
  untilPayment(acceptedOn: string, confirmedOn: string, recheckClass: RecheckClass = 'C'): this {
    this.accept(acceptedOn);
    if (verificationNeeded(this.state)) this.verify(acceptedOn);
    if (this.state.procedure?.survey !== 'none') this.visit(acceptedOn);
    if (this.state.stage === 'appraising') this.appraise(acceptedOn);
    this.opine(acceptedOn, { recheckClass });
    if (this.state.stage === 'postingDue') this.post(acceptedOn).passTo(addDays(day(acceptedOn), 8));
    if (this.state.stage === 'forwarding') this.forward(addDays(day(acceptedOn), 8));
    if (this.state.procedure?.districtPosting) {
      this.districtOpinion(addDays(day(acceptedOn), 9)).passTo(addDays(day(acceptedOn), 17));
    }
    return this.confirm(confirmedOn);
  }

  report(on: string, given: Pick<CommandOf<'reportChange'>, 'kind'> & Partial<CommandOf<'reportChange'>>): this {
    this.give(this.staff.clerk, on, {
      type: 'reportChange',
      happenedOn: day(on),
      note: '本人报告。',
      papers: [],
      ...given,
    });
    return this;
  }

  move(on: string, to: Place, movedOn = on): this {
    this.give(this.here.clerk, on, { type: 'transferTown', ...to, movedOn: day(movedOn) });
    return this;
  }

  suspend(on: string): this {
    this.give(this.decider, on, { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
    return this;
  }

  propose(on: string, outcome: Outcome, given: Partial<CommandOf<'proposeAdjustment'>> = {}): this {
    this.give(this.staff.writer, on, { ...proposalOf(this, outcome), ...given });
    return this;
  }

  hear(on: string): this {
    this.give(this.staff.clerk, on, { type: 'serveViewsNotice', servedOn: day(on), method: 'inPerson' });
    this.give(this.staff.clerk, on, { type: 'recordViews', views: '没有意见。' });
    return this;
  }

  adjust(on: string, outcome: Outcome, gradualExitMonths?: number): this {
    this.give(this.decider, on, adjustmentOf(outcome, gradualExitMonths));
    return this;
  }
}

/** What a case is about, where it is not a household's dibao. */
export type AppliedFor = Pick<CommandOf<'draftApplication'>, 'kind' | 'subject'>;

export const draftOf = (
  household: InventedHousehold,
  place: Place,
  given: Partial<CommandOf<'draftApplication'>> = {},
): CommandOf<'draftApplication'> => ({
  type: 'draftApplication',
  applicationId: 'application-1',
  channel: 'self',
  ...place,
  roll: 'rural',
  head: household.head,
  facts: household.facts,
  needs: ['生活'],
  causeOfHardship: '收入低',
  papers: [],
  ...given,
});

/** As a member authorises on a day: in person, a child through the head of household. */
export const authorisationOf = (
  personId: string,
  { facts, head }: Pick<InventedHousehold, 'facts' | 'head'>,
  on: string,
): CommandOf<'recordAuthorisation'> => ({
  type: 'recordAuthorisation',
  personId,
  ...(isChildOn({ facts }, personId, day(on.slice(0, 10))) ? { by: 'guardian', signer: head } : { by: 'self' }),
  file: 'a'.repeat(64),
});

/** Every answer of the last round; the first deposit differs if so wanted. */
export function answersTo(
  { state }: Pick<CaseDriver, 'state'>,
  finding: 'agrees' | 'differs' = 'agrees',
): CommandOf<'recordVerificationAnswers'> {
  const round = state.rounds.at(-1);
  const persons = round?.persons ?? [];
  return {
    type: 'recordVerificationAnswers',
    round: round?.round ?? 0,
    answers: persons.flatMap((personId, index) =>
      verificationSources.map((source) => ({
        source,
        personId,
        finding: index === 0 && source === 'deposits' ? finding : ('agrees' as const),
      })),
    ),
  };
}

export const visitOf = (
  { staff, household }: Pick<ACase, 'staff' | 'household'>,
  on: string,
): CommandOf<'recordHomeVisit'> => ({
  type: 'recordHomeVisit',
  visitedOn: day(on),
  surveyors: [
    { staffId: staff.clerk.staffId, file: 'b'.repeat(64) },
    { staffId: staff.surveyor.staffId, file: 'b'.repeat(64) },
  ],
  memberPresent: { personId: household.head, file: 'c'.repeat(64) },
  agrees: true,
  summary: '情况属实。',
  photos: [],
});

export const appraisalOn = (on: string): CommandOf<'recordAppraisal'> => ({
  type: 'recordAppraisal',
  heldOn: day(on),
  attendance: { town: 2, villageOrganisation: 1, residents: 6, representatives: 2 },
  conclusion: 'agrees',
  record: '评议记录。',
  signatures: ['d'.repeat(64)],
});

export const opinionOf = ({ state }: Pick<CaseDriver, 'state'>): CommandOf<'writeOpinion'> => ({
  type: 'writeOpinion',
  facts: state.facts,
  recheckClass: 'C',
  proposal: 'grant',
  ground: '符合条件。',
});

export const proposalOf = (
  { state }: Pick<CaseDriver, 'state'>,
  outcome: Outcome,
  facts: HouseholdFacts = state.facts,
): CommandOf<'proposeAdjustment'> => ({
  type: 'proposeAdjustment',
  facts,
  recheckClass: 'C',
  rightAtLastDecision: true,
  changedSince: true,
  outcome,
  ground: '据核对结果。',
});

export const adjustmentOf = (outcome: Outcome, gradualExitMonths?: number): CommandOf<'decideAdjustment'> => ({
  type: 'decideAdjustment',
  outcome,
  ground: '同意。',
  ...(gradualExitMonths !== undefined && { gradualExitMonths }),
});
