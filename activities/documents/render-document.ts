import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { documentKinds } from '../../policy/lifecycle/documents.ts';
import type { DocumentInput } from './document-input.ts';
import { dayOf } from './document-input.ts';
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
  /** What the kind is about: stands before its name in the heading. */
  readonly about: string;
  readonly page: (input: DocumentInput) => Page;
}

const dibao = '最低生活保障';
const application = '最低生活保障申请';
const money = '最低生活保障金';
const means = '居民家庭经济状况';

/** A template for every kind: a new kind does not compile without one. */
const templates: Readonly<Record<DocumentKind, Template>> = {
  papersNotice: { about: application, page: papersNotice },
  acceptanceNotice: { about: application, page: acceptanceNotice },
  nonAcceptanceNotice: { about: application, page: nonAcceptanceNotice },
  authorisation: { about: means, page: authorisation },
  verificationReport: { about: means, page: verificationReport },
  surveySheet: { about: dibao, page: surveySheet },
  appraisalRecord: { about: dibao, page: appraisalRecord },
  postingSheet: { about: dibao, page: postingSheet },
  decisionForm: { about: dibao, page: decisionForm },
  confirmationNotice: { about: dibao, page: confirmationNotice },
  refusalNotice: { about: dibao, page: refusalNotice },
  extensionNotice: { about: dibao, page: extensionNotice },
  terminationNotice: { about: `${dibao}审核确认程序`, page: terminationNotice },
  viewsNotice: { about: dibao, page: viewsNotice },
  viewsRecord: { about: dibao, page: viewsRecord },
  increaseNotice: { about: money, page: increaseNotice },
  reductionNotice: { about: money, page: reductionNotice },
  stopNotice: { about: money, page: stopNotice },
  gradualExitNotice: { about: dibao, page: gradualExitNotice },
  suspensionNotice: { about: money, page: suspensionNotice },
  correctionNotice: { about: dibao, page: correctionNotice },
};

/**
 * A document 文书 as a complete HTML page in Chinese, to be printed on A4, hashed and stored sealed: no scripts, nothing to
 * load, every value escaped, the same bytes for the same input. Throws RangeError, naming ids only, if the event does not
 * issue this kind of document or a person it names was not given.
 */
export function renderDocument(input: DocumentInput): string {
  const { about, page } = templates[input.kind];
  return framed(page(input), about + documentKinds[input.kind], input.number, dayOf(input));
}
