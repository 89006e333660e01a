import { trackedApplication } from '../../contracts/http/posting.ts';
import { account } from '../../contracts/http/register.ts';
import { isWorkday } from '../../policy/calendar/work-calendar.ts';
import { builtInCalendar } from '../../policy/calendar/built-in.ts';
import {
  addDays,
  addToMonth,
  type CivilInstant,
  dateOf,
  firstDayOf,
  monthOf,
  plainDate,
  type PlainDate,
  type YearMonth,
  yearMonth,
} from '../../policy/dates.ts';
import type { HouseholdFacts, Member } from '../../policy/eligibility/facts.ts';
import { formatYuan, yuan } from '../../policy/money.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import type { ApiClient } from '../walk/api-client.ts';
import { moveCalendar } from '../walk/calendar-walk.ts';
import { CaseWalk } from '../walk/case-walk.ts';
import { inventedFamily } from '../walk/household.ts';
import { PaymentWalk } from '../walk/payment-walk.ts';
import { mengheTown } from '../walk/staff.ts';
import { wordsOf } from './clock-words.ts';
import type { Timeline } from './timeline.ts';

const registeredAccount = account.pick({ accountId: true });

/** One household over three civil years, driven through HTTP alone. */
export class Life {
  readonly case: CaseWalk;
  readonly payments: PaymentWalk;
  readonly #api: ApiClient;
  readonly #timeline: Timeline;
  #now: CivilInstant;
  #seen = 0;
  /** The month whose run is handled next. */
  #month: YearMonth = yearMonth('2023-10');

  constructor(api: ApiClient, timeline: Timeline, begins: CivilInstant) {
    this.#api = api;
    this.#timeline = timeline;
    this.#now = begins;
    this.case = new CaseWalk(api, mengheTown);
    this.payments = new PaymentWalk(api, this.case.staff, mengheTown.district);
  }

  get today(): PlainDate {
    return dateOf(this.#now);
  }

  /** All of it, in order. */
  async live(): Promise<void> {
    await this.apply();
    this.#timeline.chapter('按月发放、年度复核', 'monthly payment, yearly recheck');
    await this.payUntil('2024-09');
    await this.recheck(
      { opens: '2024-09-25', visited: '2024-09-27', decided: '2024-09-29' },
      'reduce',
      (member) =>
        member.relation === 'head' ? { ...member, incomes: [{ type: 'wage', annual: yuan(30_000) }] } : member,
      '户主工资增加。',
    );
    await this.payUntil('2025-09');
    const second = { opens: '2025-09-29', visited: '2025-09-29', decided: '2025-09-30' };
    await this.recheck(second, 'unchanged', (member) => member, '收入无明显变化。');
    await this.payUntil('2026-07');
    await this.leave();
    await this.payUntil('2026-12');
    await this.close();
  }

  /** Intake to confirmation, with an objection to the posting that stretches the limit and is looked into. */
  async apply(): Promise<void> {
    const it = this.case;
    const { staff } = it;
    this.#timeline.chapter('申请、核对、调查、公示', 'application, verification, visit, posting');
    await it.apply(inventedFamily(mengheTown.village));
    this.#tell('村协理员登记申请', 'the village worker drafts the application');
    await it.authorise();
    await it.act(staff.worker, { type: 'submitApplication' });
    this.#tell('三名成员签署核对授权，提交', 'all three members authorise the check of means; submitted');

    await this.moveTo('2023-09-05');
    await it.act(staff.clerk, { type: 'acceptApplication' });
    const { procedure } = await it.state();
    this.#tell(
      `受理，适用 ${procedure?.regime ?? ''}，${procedure?.limits.total?.count ?? 0} 个工作日内由镇审核确认`,
      'accepted; the town decides within 20 working days',
    );
    await it.act(staff.clerk, { type: 'requestVerification' });
    await it.act(staff.clerk, { type: 'startSurvey', surveyors: [staff.clerk, staff.surveyor] });
    this.#tell('提请核对，启动入户调查', 'the verification centre is asked; the survey starts');

    await this.moveTo('2023-09-07');
    await it.visit(this.today);
    this.#tell('两人入户调查，户主在场签字', 'two surveyors visit; the head is present and signs');
    await it.answer(0, 5);
    this.#tell('核对中心第一批结果（5 项）', 'first batch of the centre: five sources');
    await this.moveTo('2023-09-11');
    await it.answer(5);
    this.#tell('核对中心第二批结果，报告出具', 'second batch; the report is issued');

    await this.moveTo('2023-09-12');
    await it.opine('B', '符合条件。');
    const proposed = (await it.state()).assessment;
    this.#tell(
      `初审意见：拟保障每月 ${formatYuan(proposed?.amount ?? yuan(0))} 元`,
      'the town’s opinion: favourable, with its amount',
    );
    await it.act(staff.worker, { type: 'startPosting', place: '村务公开栏' });
    this.#tell('张榜公示七日', 'posted for seven days');
    await this.moveTo('2023-09-15');
    const objectionId = await it.object('该户有经营收入。');
    this.#tell('村民实名提出异议', 'a neighbour objects under their real name');
    await it.act(staff.otherApprover, { type: 'extendLimit', ground: 'objection', note: '公示期间有异议。' });
    this.#tell(
      '延长办理期限至 45 个工作日，告知申请人',
      'the limit is stretched to 45 working days; the clock never stopped',
    );

    await this.moveTo('2023-09-21');
    await it.visit(this.today, '未发现经营收入。');
    const finding = '入户复查、核对市场主体登记，未发现经营收入。';
    await it.act(staff.clerk, { type: 'investigateObjection', objectionId, upheld: false, finding });
    this.#tell('异议复查：不成立', 'reinvestigated: the objection does not stand');
    await this.moveTo('2023-09-22');
    await it.opine('B', '异议经复查不成立，符合条件。');
    this.#tell('重新出具初审意见，不再公示', 'a new opinion, without a new posting');

    await this.moveTo('2023-09-25');
    await it.act(staff.approver, { type: 'confirm' });
    const [span] = (await it.state()).grants;
    this.#tell(
      `孟河镇审核确认：自 ${span?.from ?? ''} 起每月 ${formatYuan(span?.amount ?? yuan(0))} 元`,
      'confirmed by the delegated town, from the month after',
    );
    await this.moveTo('2023-09-26');
    await it.serve('confirmationNotice', this.today);
    await it.act(staff.worker, { type: 'publish', place: '村务公开栏' });
    this.#tell('送达确认通知书，公布', 'the notice is served, the decision published');
  }

  /** Monthly runs up to that month; one transfer comes back and is paid again to another account. */
  async payUntil(last: string): Promise<void> {
    while (this.#month <= last) {
      const month = this.#month;
      await this.moveTo(this.#firstWorkday(month));
      await this.#serveRaise();
      // A run without lines is settled as soon as it is drawn up.
      if ((await this.payments.run(month)).stage === 'drawnUp') await this.payments.send(month);
      let lines = await this.payments.settle(month, month === '2024-05' ? '账号已注销' : undefined);
      if (month === '2024-05') lines = await this.#payAgain(month);
      const own = lines.filter((line) => line.caseId === this.case.caseId);
      const what = own.map((line) => `${line.benefitMonth} ${(line.amountFen / 100).toFixed(2)} 元`).join('、');
      this.#tell(`发放 ${what || '（无）'}`, own.length > 0 ? 'checked, approved, sent, arrived' : 'nothing is due');
      this.#month = addToMonth(month, 1);
    }
  }

  /** Each July the standard rises: the household is told. */
  async #serveRaise(): Promise<void> {
    const { documents } = await this.case.state();
    if (!documents.some((document) => document.kind === 'increaseNotice' && !document.served)) return;
    await this.case.serve('increaseNotice', this.today);
    this.#tell('送达增发告知书', 'the notice of the increase is served');
  }

  async #payAgain(month: YearMonth) {
    const { staff } = this.case;
    const { application } = await this.case.state();
    this.#tell('银行退回：账号已注销，该笔暂挂', 'the bank returns the transfer; the line is held');
    const form = {
      holderId: application.head,
      capacity: 'recipient',
      bank: '中国农业银行',
      number: '6228480412345670026',
    };
    const { accountId } = await this.#api.asStaff(staff.worker).post('/v1/accounts', form, registeredAccount);
    await this.case.act(staff.worker, { type: 'changeAccount', accountId });
    const returned = (await this.payments.lines(month)).filter((line) => line.status === 'returned');
    await this.payments.act(staff.otherOfficer, month, { type: 'repay', lineIds: returned.map(({ id }) => id) });
    this.#tell('变更账户，重新发放', 'the account is changed, the line sent again');
    return this.payments.settle(month);
  }

  /** The recheck of the year, opened by its clock: checked, visited, proposed, decided. */
  async recheck(
    days: { readonly opens: string; readonly visited: string; readonly decided: string },
    outcome: 'reduce' | 'unchanged',
    change: (member: Member) => Member,
    ground: string,
  ): Promise<void> {
    const { staff } = this.case;
    await this.moveTo(days.opens);
    await this.case.verify();
    await this.moveTo(days.visited);
    await this.case.visit(this.today);
    const facts = withMembers((await this.case.state()).facts, change);
    await this.case.propose(outcome, facts, { changedSince: outcome !== 'unchanged', ground });
    await this.moveTo(days.decided);
    await this.case.act(staff.approver, { type: 'decideAdjustment', outcome, ground });
    const decision = (await this.case.state()).decisions.at(-1);
    const amount = formatYuan(decision?.amount ?? yuan(0));
    if (outcome === 'unchanged') this.#tell(`复核：不变，每月 ${amount} 元`, 'rechecked: nothing changes');
    else {
      this.#tell(
        `复核：减发，自 ${decision?.from ?? ''} 起每月 ${amount} 元`,
        'rechecked: reduced, from the month after',
      );
      await this.case.serve('reductionNotice', this.today);
    }
  }

  /** The wife takes up work: views heard, four months of gradual exit, and the case ends by itself. */
  async leave(): Promise<void> {
    const it = this.case;
    const { staff } = it;
    this.#timeline.chapter('就业、渐退、终止', 'a job, gradual exit, the end');
    await this.moveTo('2026-07-06');
    const spouse = (await it.state()).facts.members.find((member) => member.relation === 'spouse');
    if (spouse === undefined) throw new Error('The household of the demo has a spouse.');
    await it.act(staff.worker, {
      type: 'reportChange',
      kind: 'tookUpWork',
      happenedOn: plainDate('2026-07-01'),
      personId: spouse.personId,
      note: '配偶进厂务工。',
      papers: [{ kind: '劳动合同', file: await it.file('劳动合同') }],
    });
    this.#tell('报告变化：配偶就业', 'a change is reported: the wife took up work');
    await it.verify();
    await this.moveTo('2026-07-10');
    const facts = withMembers((await it.state()).facts, (member) =>
      member.personId === spouse.personId
        ? { ...member, incomes: [{ type: 'wage', annual: yuan(36_000) }], monthsWorked: 12 }
        : member,
    );
    await it.propose('gradualExit', facts, { changedSince: true, ground: '就业增收，超过低保标准，不足1.5倍。' });
    this.#tell('经办意见：渐退', 'proposed: gradual exit, under the regime of 2026-07-01');
    await it.act(staff.worker, { type: 'serveViewsNotice', servedOn: this.today, method: 'inPerson' });
    await this.moveTo('2026-07-14');
    await it.act(staff.worker, { type: 'recordViews', views: '同意渐退。' });
    this.#tell('听取意见', 'the recipient is heard before the decision');
    await this.moveTo('2026-07-15');
    const ground = '就业增收，渐退四个月。';
    await it.act(staff.approver, { type: 'decideAdjustment', outcome: 'gradualExit', gradualExitMonths: 4, ground });
    const exit = (await it.state()).grants.at(-1);
    this.#tell(
      `决定渐退：${exit?.from ?? ''} 至 ${exit?.to ?? ''} 照发`,
      'gradual exit: the old amount goes on for four months',
    );
    await it.serve('gradualExitNotice', this.today);
  }

  /** After the end: its notice is served, and the applicant looks the case up by the tracking code. */
  async close(): Promise<void> {
    await this.moveTo('2026-12-02');
    await this.case.serve('stopNotice', this.today);
    this.#tell('送达停发告知书', 'the notice of the end is served');
    const path = `/v1/public/applications/${this.case.trackingCode}`;
    const { stage } = await this.#api.asPublic().get(path, trackedApplication);
    this.#tell(`凭查询码查询：${stage.zh}`, `looked up by tracking code: ${stage.en}`);
  }

  /** Moves civil time to a day or an instant and tells what the clocks have done on the way. */
  async moveTo(to: string): Promise<void> {
    const { now, stuck } = await moveCalendar(this.#api, this.case.staff.administrator, to);
    if (stuck.length > 0) throw new Error(`The calendar says these are stuck: ${stuck.join(', ')}.`);
    this.#now = now;
    if (this.case.caseId === '') return;
    const events = await this.case.events();
    for (const { event } of events.slice(this.#seen)) if (event.by.role === 'system') this.#struck(event);
    this.#seen = events.length;
  }

  #struck(event: CaseEvent): void {
    const [zh, en] = wordsOf(event);
    this.#timeline.tell(event.at, `⏰ ${zh}`, en);
  }

  #tell(zh: string, en: string): void {
    this.#timeline.tell(this.#now, zh, en);
  }

  #firstWorkday(month: YearMonth): string {
    let day = firstDayOf(month);
    while (!isWorkday(builtInCalendar, day)) day = addDays(day, 1);
    return dateOf(this.#now) > day && monthOf(dateOf(this.#now)) === month ? this.#now : day;
  }
}

const withMembers = (facts: HouseholdFacts, change: (member: Member) => Member): HouseholdFacts => ({
  ...facts,
  members: facts.members.map(change),
});
