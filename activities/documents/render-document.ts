import { type Kind, kinds } from '../../policy/kinds.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { documentKinds } from '../../policy/lifecycle/documents.ts';
import { kindOf } from './about-case.ts';
import type { DocumentInput } from './document-input.ts';
import { dayOf } from './document-input.ts';
import { kindWords, moneyOf, titleOf } from './kind-words.ts';
import type { Page } from './page.ts';
import { framed } from './page.ts';
import { appraisalRecord } from './templates/appraisal-record.ts';
import { authorisation } from './templates/authorisation.ts';
import { correctionNotice } from './templates/correction-notice.ts';
import { decisionForm } from './templates/decision-form.ts';
import { confirmationNotice, refusalNotice } from './templates/decision-notices.ts';
import {
  acceptanceNotice,
  extensionNotice,
  nonAcceptanceNotice,
  papersNotice,
  terminationNotice,
} from './templates/intake-notices.ts';
import {
  gradualExitNotice,
  increaseNotice,
  reductionNotice,
  stopNotice,
  suspensionNotice,
} from './templates/payment-notices.ts';
import { postingSheet } from './templates/posting-sheet.ts';
import { surveySheet } from './templates/survey-sheet.ts';
import { verificationReport } from './templates/verification-report.ts';
import { viewsNotice, viewsRecord } from './templates/views.ts';

export type { DocumentInput } from './document-input.ts';

interface Template {
  /** The heading for a kind of help. */
  readonly title: (kind: Kind) => string;
  readonly page: (input: DocumentInput) => Page;
}

/** What a kind of document is about, and its name: 最低生活保障申请 + 受理通知书. */
const about =
  (before: (kind: Kind) => string) =>
  (document: DocumentKind) =>
  (kind: Kind): string =>
    before(kind) + documentKinds[document];

const ofHelp = about(titleOf);
const ofApplication = about((kind) => `${kindWords[kind].name}申请`);
const ofProcedure = about((kind) => `${titleOf(kind)}审核确认程序`);
const ofMoney = about(moneyOf);
const ofMeans = about(() => '居民家庭经济状况');

/** Where there is no monthly money a right is ended, not stopped. */
const stopTitle = (kind: Kind): string =>
  kinds[kind].payment === 'monthly' ? ofMoney('stopNotice')(kind) : `${kindWords[kind].right}终止告知书`;

/** A template for every kind of document: a new one does not compile without. */
const templates: Readonly<Record<DocumentKind, Template>> = {
  papersNotice: { title: ofApplication('papersNotice'), page: papersNotice },
  acceptanceNotice: { title: ofApplication('acceptanceNotice'), page: acceptanceNotice },
  nonAcceptanceNotice: { title: ofApplication('nonAcceptanceNotice'), page: nonAcceptanceNotice },
  authorisation: { title: ofMeans('authorisation'), page: authorisation },
  verificationReport: { title: ofMeans('verificationReport'), page: verificationReport },
  surveySheet: { title: ofHelp('surveySheet'), page: surveySheet },
  appraisalRecord: { title: ofHelp('appraisalRecord'), page: appraisalRecord },
  postingSheet: { title: ofHelp('postingSheet'), page: postingSheet },
  decisionForm: { title: ofHelp('decisionForm'), page: decisionForm },
  confirmationNotice: { title: ofHelp('confirmationNotice'), page: confirmationNotice },
  refusalNotice: { title: ofHelp('refusalNotice'), page: refusalNotice },
  extensionNotice: { title: ofApplication('extensionNotice'), page: extensionNotice },
  terminationNotice: { title: ofProcedure('terminationNotice'), page: terminationNotice },
  viewsNotice: { title: ofHelp('viewsNotice'), page: viewsNotice },
  viewsRecord: { title: ofHelp('viewsRecord'), page: viewsRecord },
  increaseNotice: { title: ofMoney('increaseNotice'), page: increaseNotice },
  reductionNotice: { title: ofMoney('reductionNotice'), page: reductionNotice },
  stopNotice: { title: stopTitle, page: stopNotice },
  gradualExitNotice: { title: ofHelp('gradualExitNotice'), page: gradualExitNotice },
  suspensionNotice: { title: ofMoney('suspensionNotice'), page: suspensionNotice },
  correctionNotice: { title: ofHelp('correctionNotice'), page: correctionNotice },
};

/**
 * A document 文书 as a complete HTML page in Chinese, to be printed on A4, hashed and stored sealed: no scripts, nothing to
 * load, every value escaped, the same bytes for the same input. Throws RangeError, naming ids only, if the event does not
 * issue this kind of document or a person it names was not given.
 */
export function renderDocument(input: DocumentInput): string {
  const { title, page } = templates[input.kind];
  return framed(page(input), title(kindOf(input)), input.number, dayOf(input));
}
