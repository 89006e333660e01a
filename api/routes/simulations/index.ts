import {
  MOST_INVENTED,
  newSimulation,
  simulationFigures,
  simulationOrder,
} from '../../../contracts/http/simulation.ts';
import { ParameterWithoutValue } from '../../../policy/parameters/snapshot.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { type FieldError, invalidField, Problem } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { runSimulation } from '../../simulations/run-simulation.ts';
import { viewOfConditions } from '../../views/case.ts';

/** A whole city's roll takes seconds. */
const TIME_LIMIT_MS = 120_000;

/** A change of the law tried before it is published: it changes nothing and is not stored. */
export const simulationRoutes = (deps: AppDeps) =>
  resource('simulations', (app) => {
    app.post(
      '/v1/simulations',
      {
        config: { permission: { roles: ['cityBureau'] }, acts: false, timeLimitMs: TIME_LIMIT_MS },
        schema: {
          tags: ['simulations'],
          summary: '政策调整测算（不保存、不发布） A change of the law tried on the roll: nothing is stored',
          description:
            '按拟定的参数，对在保家庭（或虚构家庭）逐户比较调整前后：进出户数、增减户数、当月预算，按区县。Each household of the roll, or of an invented one, under the law as published and as proposed.',
          body: newSimulation,
          response: { 200: simulationFigures, ...problems(400, 401, 403, 413, 415, 503) },
        },
      },
      async ({ body }) => {
        const tree = await deps.divisions();
        const errors = body.changes.flatMap(({ division }, at): FieldError[] =>
          division === undefined || tree.find(division)?.code === division
            ? []
            : [{ in: 'body', field: `changes.${at}.division`, ...noDivision }],
        );
        if ('invented' in body.roll && body.roll.invented > MOST_INVENTED)
          errors.push({ in: 'body', field: 'roll.invented', ...tooMany });
        if (errors.length > 0) throw new Problem('invalid-input', { errors });
        try {
          const figures = await runSimulation(
            { prisma: deps.prisma, training: deps.training !== undefined, divisions: tree.all },
            simulationOrder(body),
            body.roll,
          );
          const { parameterVersion } = figures;
          return {
            ...figures,
            changes: [...figures.changes],
            rows: [...figures.rows],
            histogram: [...figures.histogram],
            standardChecks: figures.standardChecks.map(({ conditions, ...check }) => ({
              ...check,
              conditions: viewOfConditions({ conditions, parameterVersion }),
            })),
          };
        } catch (error) {
          if (!(error instanceof ParameterWithoutValue)) throw error;
          throw invalidField('body', 'month', {
            zh: `参数${error.parameter}在${error.date}没有值`,
            en: `Parameter ${error.parameter} has no value on ${error.date}`,
          });
        }
      },
    );
  });

const noDivision = { message: '没有该区划', messageEn: 'There is no such division' };
const tooMany = {
  message: `至多${MOST_INVENTED}户`,
  messageEn: `At most ${MOST_INVENTED} households; the command line takes more`,
};
