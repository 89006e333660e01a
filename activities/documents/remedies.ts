import { kindOf } from './about-case.ts';
import { articlesOn } from './citation.ts';
import type { DocumentInput } from './document-input.ts';
import { dayOf } from './document-input.ts';
import type { Markup } from './markup.ts';
import { hotline, reconsiderationAuthority, townOffice } from './offices.ts';
import type { Section } from './page.ts';
import { paragraph, section } from './page.ts';
import { regimeOn } from '../../policy/procedures/regimes.ts';

/** The law that gives the remedies on the day of the decision. */
function basis(input: DocumentInput): string {
  const articles = articlesOn('remedies', kindOf(input), regimeOn(dayOf(input)));
  return articles && `根据${articles}，`;
}

/** Where to ask: the town's office and the hotline. */
export const contact = ({ places }: DocumentInput): Markup =>
  paragraph(`咨询、投诉：${townOffice(places)}社会救助服务窗口；社会救助服务热线：${hotline}。`);

/** The remedies 救济途径 against a decision: reconsideration within 60 days, or a suit within six months, and to whom. */
export const remediesSection = (input: DocumentInput): Section =>
  section(
    '救济途径',
    paragraph(
      `${basis(input)}对本决定不服的，可以自收到本文书之日起60日内向${reconsiderationAuthority(
        input.places,
      )}申请行政复议，或者自收到本文书之日起6个月内依法向有管辖权的人民法院提起行政诉讼。`,
    ),
    contact(input),
  );
