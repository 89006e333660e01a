import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { testApp } from './test-app.ts';

const response = { 200: z.null() };

const counter = 'villageWorker,townClerk';
const caseworkers =
  'villageWorker,townClerk,townApprover,districtOfficer,districtApprover,verificationCentre,cityBureau';
const caseReaders = `${caseworkers},auditor,administrator`;

/** Who may call each route: a new route fails this test until its line is written. */
const permissions: Record<string, string> = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /docs/': 'public',
  'GET /docs/js/scalar.js': 'public',
  'GET /v1/divisions': 'public',
  'GET /v1/divisions/:code': 'public',
  'GET /v1/applications': caseReaders,
  'POST /v1/applications': counter,
  'POST /v1/assessments': counter,
  'POST /v1/simulations': 'cityBureau',
  'GET /v1/cases': caseReaders,
  'GET /v1/cases/:id': caseReaders,
  'GET /v1/cases/:id/events': caseReaders,
  'POST /v1/cases/:id/actions': `${caseworkers},administrator`,
  'GET /v1/cases/:id/documents': caseReaders,
  'GET /v1/cases/:id/documents/:number': caseworkers,
  'GET /v1/cases/:id/grievances/:grievanceId': 'townClerk,districtOfficer,cityBureau',
  'POST /v1/files': `${caseworkers},administrator`,
  'GET /v1/files/:sha256': caseworkers,
  'POST /v1/persons': counter,
  'POST /v1/accounts': counter,
  'GET /v1/tasks': `${caseworkers},administrator,financeOfficer`,
  'GET /v1/staff': 'administrator',
  'POST /v1/staff': 'administrator',
  'POST /v1/staff/:id/actions': 'administrator',
  'GET /v1/postings': 'public',
  'POST /v1/postings/:id/objections': 'public',
  'GET /v1/public/applications/:trackingCode': 'public',
  'POST /v1/public/complaints': 'public',
  'GET /v1/public/spot-checks': 'public',
  'GET /v1/calendar-notices': 'public',
  'POST /v1/calendar-notices': 'administrator',
  'GET /v1/payment-runs': 'districtOfficer,districtApprover,financeOfficer,bank,cityBureau,auditor',
  'POST /v1/payment-runs': 'districtOfficer',
  'GET /v1/payment-runs/:id': 'districtOfficer,districtApprover,financeOfficer,bank,cityBureau,auditor',
  'GET /v1/payment-runs/:id/lines': 'districtOfficer,districtApprover,financeOfficer,bank,cityBureau,auditor',
  'POST /v1/payment-runs/:id/actions': 'districtOfficer,districtApprover,financeOfficer,bank',
  'POST /codec/decode': 'administrator',
  'POST /codec/encode': 'administrator',
  'OPTIONS *': 'public',
  'GET /development/jwks.json': 'public',
  'GET /signin': 'public',
  'POST /signin': 'public',
  'POST /signout': 'public',
};

describe('permissions', () => {
  it('are those written here, route by route', async () => {
    const { app } = await testApp();
    const found = Object.entries(app.permissions()).filter(([route]) => !route.startsWith('HEAD'));
    await app.close();
    expect(Object.fromEntries(found)).toEqual(permissions);
  });

  const boot = (extend: (app: FastifyInstance) => void) => testApp({}, extend);

  it('must be declared: a route without one fails the boot', async () => {
    await expect(boot((app) => app.get('/open', { schema: { response } }, () => null))).rejects.toThrow(
      'GET /open declares no config.permission',
    );
  });

  it('do not excuse a route from saying what it answers', async () => {
    await expect(boot((app) => app.get('/vague', { config: { permission: 'public' } }, () => null))).rejects.toThrow(
      'GET /vague declares no schema',
    );
  });

  it('do not excuse a POST from saying whether it acts', async () => {
    await expect(
      boot((app) => app.post('/vague', { config: { permission: 'public' }, schema: { response } }, () => null)),
    ).rejects.toThrow('/vague does not say whether it acts');
  });
});
