import { classify } from '../../policy/classification/classify.ts';
import type { AssessmentAnswer } from '../../contracts/http/assessment.ts';
import { InconsistentFacts } from '../../policy/eligibility/contradictions.ts';
import type { ParameterSnapshot } from '../../policy/parameters/snapshot.ts';
import { contradictory, entryOf } from '../problems/contradictions.ts';
import { invalidField } from '../problems/problem.ts';
import { viewOfClassification } from '../views/assessment.ts';
import type { ReadAssessment } from './read-assessment.ts';

/**
 * Looks a household through for every kind of help by the law of a place.
 * @throws Problem `invalid-input` for facts that contradict each other, or a day or month for which no law is known
 */
export function assessHousehold({ facts, on }: ReadAssessment, snapshot: ParameterSnapshot): AssessmentAnswer {
  try {
    return viewOfClassification(classify(facts, on, snapshot), on);
  } catch (error) {
    if (error instanceof InconsistentFacts)
      throw contradictory(error.contradictions.map((one) => entryOf(one, facts.members, 'facts')));
    if (error instanceof RangeError)
      throw invalidField('body', 'on', {
        zh: `该日期或月份没有可适用的规定（${error.message}）`,
        en: `No law is known for this day or month: ${error.message}`,
      });
    throw error;
  }
}
