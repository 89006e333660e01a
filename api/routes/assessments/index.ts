import { assessmentAnswer, newAssessment } from '../../../contracts/http/assessment.ts';
import { dateOf } from '../../../policy/dates.ts';
import { snapshotFor } from '../../../policy/parameters/snapshot-for.ts';
import { counter } from '../../access/case-roles.ts';
import { assessHousehold } from '../../assessments/assess-household.ts';
import { readAssessment } from '../../assessments/read-assessment.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { invalidField } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';

/** A pre-check at the window 试算: no case is opened and nothing is stored. */
export const assessmentRoutes = ({ civilClock, divisions }: AppDeps) =>
  resource('assessments', (app) => {
    app.post(
      '/v1/assessments',
      {
        config: { permission: { roles: counter }, acts: false },
        // Read in the handler, so that faults of the form and contradictions, which depend on the day, are named together.
        validatorCompiler: () => (body: unknown) => ({ value: body }),
        schema: {
          tags: ['assessments'],
          summary:
            '试算：符合哪些救助、理由、金额、还要问什么（不立案、不保存） A pre-check for every kind of help: nothing is stored',
          body: newAssessment,
          response: { 200: assessmentAnswer, ...problems(400, 401, 403, 413, 415, 503) },
        },
      },
      async (request) => {
        const read = readAssessment(request.body, dateOf(await civilClock.now()));
        const { division = request.caller.divisionCode } = read;
        const path = (await divisions()).pathOf(division);
        if (path.length === 0)
          throw invalidField('body', 'division', { zh: '没有该区划', en: 'There is no such division' });
        return assessHousehold(read, snapshotFor(path.toReversed()));
      },
    );
  });
