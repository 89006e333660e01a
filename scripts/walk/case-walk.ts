import { createHash } from 'node:crypto';
import { z } from 'zod';
import { applicationFiled } from '../../contracts/http/application.ts';
import { actionOutcome, caseView, eventView } from '../../contracts/http/case.ts';
import { grievanceTaken } from '../../contracts/http/grievances.ts';
import { postingView } from '../../contracts/http/posting.ts';
import { dateOf } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { type CaseCommand, type CommandOf, verificationSources } from '../../policy/lifecycle/commands.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import { isChild } from '../../policy/lifecycle/main-person.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { ApiClient } from './api-client.ts';
import type { ApplicationForm } from './household.ts';
import type { Place, StaffOfPlace } from './staff.ts';
import { staffOf } from './staff.ts';

/** The API's contract calls state and event records; they are what `policy/lifecycle` defines. */
const fullView = caseView.extend({ state: z.custom<CaseState>((value) => typeof value === 'object') });
const fullEvent = eventView.extend({ event: z.custom<CaseEvent>((value) => typeof value === 'object') });

const storedFile = z.object({ sha256: z.string() });
const page = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() });

/** A small PDF that says what it stands for, as the scan of a signed sheet would. */
const sheet = (title: string): Buffer => Buffer.from(`%PDF-1.4\n% ${title}\n%%EOF\n`);

/** One case walked through the API: each step as the person who takes it would, in the words of a caseworker. */
export class CaseWalk {
  readonly staff: StaffOfPlace;
  readonly place: Place;
  readonly #api: ApiClient;
  #caseId = '';
  #trackingCode = '';
  readonly #files = new Map<string, string>();

  constructor(api: ApiClient, place: Place) {
    this.#api = api;
    this.place = place;
    this.staff = staffOf(place);
  }

  get caseId(): string {
    return this.#caseId;
  }

  /** What the applicant looks the application up with. */
  get trackingCode(): string {
    return this.#trackingCode;
  }

  /** Drafts the application at the village; `key` files the same one again. */
  async apply(form: ApplicationForm, key?: string): Promise<void> {
    const filed = await this.#api.asStaff(this.staff.worker).post('/v1/applications', form, applicationFiled, key);
    this.#caseId = filed.caseId;
    this.#trackingCode = filed.trackingCode;
  }

  /** Takes one step. @throws ApiProblem with the reason if the case refuses */
  act(staffId: string, command: CaseCommand, key?: string): Promise<z.output<typeof actionOutcome>> {
    return this.#api.asStaff(staffId).post(`/v1/cases/${this.#caseId}/actions`, command, actionOutcome, key);
  }

  async state(): Promise<CaseState> {
    return (await this.#api.asStaff(this.staff.clerk).get(`/v1/cases/${this.#caseId}`, fullView)).state;
  }

  /** All events of the record, in order. */
  async events(): Promise<z.output<typeof fullEvent>[]> {
    const events: z.output<typeof fullEvent>[] = [];
    for (let cursor = ''; ;) {
      const path = `/v1/cases/${this.#caseId}/events?limit=200${cursor && `&cursor=${cursor}`}`;
      const part = await this.#api.asStaff(this.staff.clerk).get(path, page(fullEvent));
      events.push(...part.items);
      if (part.next === null) return events;
      cursor = part.next;
    }
  }

  /** The sha256 of a scanned sheet of that title, uploaded when it is first needed. */
  async file(title: string): Promise<string> {
    const content = sheet(title);
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (!this.#files.has(sha256)) {
      const form = new FormData();
      form.set('file', new Blob([content], { type: 'application/pdf' }), 'sheet.pdf');
      await this.#api.asStaff(this.staff.clerk).post('/v1/files', form, storedFile);
      this.#files.set(sha256, title);
    }
    return sha256;
  }

  /** Everybody signs; the head signs for the children. */
  async authorise(): Promise<void> {
    const { facts, application, at } = await this.state();
    for (const { personId, birthDate } of facts.members) {
      await this.act(this.staff.worker, {
        type: 'recordAuthorisation',
        personId,
        ...(isChild(birthDate, dateOf(at)) ? { by: 'guardian', signer: application.head } : { by: 'self' }),
        file: await this.file('核对授权书'),
      });
    }
  }

  /** The centre answers the last round: all of it, or the sources from `first` up to `last`. */
  async answer(first = 0, last: number = verificationSources.length): Promise<void> {
    const round = (await this.state()).rounds.at(-1);
    if (round === undefined) throw new Error('Nobody has asked the verification centre.');
    await this.act(this.staff.centre, {
      type: 'recordVerificationAnswers',
      round: round.round,
      answers: round.persons.flatMap((personId) =>
        round.sources.slice(first, last).map((source) => ({ source, personId, finding: 'agrees' as const })),
      ),
    });
  }

  /** Asks the centre and has its whole answer. */
  async verify(): Promise<void> {
    await this.act(this.staff.clerk, { type: 'requestVerification' });
    await this.answer();
  }

  /** Two of the town visit on the day of `state.at` or later; the head is at home and signs. */
  async visit(visitedOn: CommandOf<'recordHomeVisit'>['visitedOn'], summary = '情况与申报一致。'): Promise<void> {
    const { application } = await this.state();
    const file = await this.file('入户调查表签字页');
    await this.act(this.staff.clerk, {
      type: 'recordHomeVisit',
      visitedOn,
      surveyors: [
        { staffId: this.staff.clerk, file },
        { staffId: this.staff.surveyor, file },
      ],
      memberPresent: { personId: application.head, file },
      agrees: true,
      summary,
      photos: [],
    });
  }

  async opine(recheckClass: 'A' | 'B' | 'C', ground: string): Promise<void> {
    const { facts } = await this.state();
    await this.act(this.staff.writer, { type: 'writeOpinion', facts, recheckClass, proposal: 'grant', ground });
  }

  /** Somebody of the public objects to what is posted in the village. */
  async object(text: string): Promise<string> {
    const village = this.place.village;
    const postings = await this.#api.asPublic().get(`/v1/postings?village=${village}&limit=200`, page(postingView));
    const posted = (await this.state()).postings.length;
    const own = postings.items.find((posting) => posting.id.includes(this.#caseId)) ?? postings.items.at(-1);
    if (own === undefined) throw new Error(`Nothing is posted in ${village} (${posted} postings of the case).`);
    const said = { name: '钱多问', phone: '0519-85680000', text };
    const path = `/v1/postings/${own.id}/objections`;
    return (await this.#api.asPublic().post(path, said, grievanceTaken)).id;
  }

  /** Serves the last document of the kind. */
  async serve(kind: string, servedOn: CommandOf<'recordService'>['servedOn']): Promise<void> {
    const document = (await this.state()).documents.findLast((known) => known.kind === kind);
    if (document === undefined) throw new Error(`No document ${kind} was issued.`);
    const receipt = await this.file('送达回证');
    const command = {
      type: 'recordService',
      document: document.number,
      method: 'inPerson',
      servedOn,
      receipt,
    } as const;
    await this.act(this.staff.worker, command);
  }

  /** What the town proposes after a recheck or change. */
  async propose(
    outcome: CommandOf<'proposeAdjustment'>['outcome'],
    facts: HouseholdFacts,
    said: Pick<CommandOf<'proposeAdjustment'>, 'changedSince' | 'ground'>,
  ): Promise<void> {
    const command = {
      type: 'proposeAdjustment',
      outcome,
      facts,
      recheckClass: 'B',
      rightAtLastDecision: true,
    } as const;
    await this.act(this.staff.writer, { ...command, ...said });
  }
}
