import { z } from 'zod';
import { caseLine } from '../../../contracts/http/case.ts';
import { kindNames } from '../../../policy/kinds.ts';
import { maskName } from '../../../policy/masking.ts';
import { beforeDecision, type Stage, stages } from '../../../policy/lifecycle/stages.ts';
import { type CaseFilter, listCases } from '../../../prisma/repositories/cases.ts';
import { readPeople } from '../../../prisma/repositories/people.ts';
import type { Caller } from '../../access/caller.ts';
import { caseReaders } from '../../access/case-roles.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { lineOf } from '../../views/case.ts';
import { dayOf } from '../../views/day.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const stageNames = Object.keys(stages) as [Stage, ...Stage[]];

const divisionFilter = z
  .string()
  .regex(/^(?:\d{6}|\d{9}|\d{12})$/, '区划代码应为 6、9 或 12 位数字 / A division code has 6, 9 or 12 digits')
  .optional();

const casesQuery = pageQuery.extend({
  stage: z.enum(stageNames).optional(),
  kind: z.enum(kindNames).optional(),
  division: divisionFilter,
  overdue: flag.optional().meta({ description: '仅逾期 Only with a limit that has passed' }),
  mine: flag.optional().meta({ description: '仅本人领取的任务所在个案 Only with a task in my hands' }),
});

const applicationsQuery = pageQuery.extend({ division: divisionFilter });

/** Stages of an application that has not been accepted yet. */
const beforeAcceptance: readonly Stage[] = beforeDecision.slice(0, beforeDecision.indexOf('investigating'));

/** Lists of cases and of applications, names masked. */
export const caseListRoutes = (deps: AppDeps) =>
  resource('case-lists', (app) => {
    const common = { config: { permission: { roles: caseReaders } } };
    const response = { 200: pageOf(caseLine), ...problems(400, 401, 403, 503) };

    app.get(
      '/v1/cases',
      {
        ...common,
        schema: { tags: ['cases'], summary: '个案列表 Cases of my division', querystring: casesQuery, response },
      },
      async ({ query, caller }) => {
        const { stage, kind, overdue, mine } = query;
        const { today } = await dayOf(deps);
        return pageFor(caller, query, {
          ...(stage !== undefined && { stages: [stage] }),
          ...(kind !== undefined && { kind }),
          ...(overdue === true && { overdueOn: today }),
          ...(mine === true && { assignee: caller.staffId }),
        });
      },
    );

    app.get(
      '/v1/applications',
      {
        ...common,
        schema: {
          tags: ['applications'],
          summary: '待受理的申请 Applications not accepted yet',
          querystring: applicationsQuery,
          response,
        },
      },
      ({ query, caller }) => pageFor(caller, query, { stages: beforeAcceptance }),
    );

    async function pageFor(
      caller: Caller,
      query: { cursor?: string | undefined; limit: number; division?: string | undefined },
      filter: Partial<CaseFilter>,
    ) {
      const rows = await listCases(deps.prisma, {
        ...filter,
        divisions: [caller.divisionCode, ...(query.division === undefined ? [] : [query.division])],
        ...(caller.role === 'verificationCentre' && { verificationAsked: true }),
        after: query.cursor === undefined ? '' : keyInCursor(query.cursor),
        limit: query.limit + 1,
      });
      const page = cutPage(rows, query.limit, (row) => row.id);
      const heads = page.items.map((row) => row.head);
      const [day, people] = await Promise.all([dayOf(deps), readPeople(deps.prisma, deps.secrets.sealer, heads)]);
      const lines = page.items.map((row) => lineOf(row, maskName(people.get(row.head)?.name ?? ''), day));
      return { items: lines, next: page.next };
    }
  });
