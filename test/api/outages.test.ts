import { ApplicationFailure } from '@temporalio/common';
import { afterDelivery, outageOf } from '../../api/problems/outages.ts';
import { Problem } from '../../api/problems/problem.ts';

const fault = (message: string, code?: string | number, cause?: Error) =>
  Object.assign(new Error(message, { cause }), code !== undefined && { code });

/** As Prisma hands on what the driver said of a raw query. */
const rawQueryFailed = (cause: { kind: string; originalCode?: string }) =>
  Object.assign(fault('Raw query failed', 'P2010'), { meta: { driverAdapterError: { cause } } });

const failedUpdate = (type: string) =>
  fault('Workflow Update failed', undefined, ApplicationFailure.create({ type, nonRetryable: true }));

describe('an outage', () => {
  it.each([
    ['a database that refuses connections', fault('x', 'ECONNREFUSED'), 'notDone'],
    ['a pool with no free connection', fault('timeout exceeded when trying to connect'), 'notDone'],
    ['a connection cut while a statement ran', fault('Connection terminated unexpectedly'), 'outcomeUnknown'],
    ['a server that was told to stop in between', fault('x', '57P01'), 'outcomeUnknown'],
    ['a Temporal server out of reach', fault('14 UNAVAILABLE', 14), 'outcomeUnknown'],
    ['a run that no worker can get on with', fault('9 FAILED_PRECONDITION', 9), 'outcomeUnknown'],
    ['too many updates in flight', fault('8 RESOURCE_EXHAUSTED', 8), 'notDone'],
    ['a raw query cut by the server', rawQueryFailed({ kind: 'postgres', originalCode: '57P01' }), 'outcomeUnknown'],
    ['a raw query that reached no server', rawQueryFailed({ kind: 'DatabaseNotReachable' }), 'notDone'],
    ['a raw query whose connection was lost', rawQueryFailed({ kind: 'ConnectionClosed' }), 'outcomeUnknown'],
    ['an update that a worker passed over', failedUpdate('UnprocessedUpdate'), 'outcomeUnknown'],
    ['a run that ended before an update', failedUpdate('AcceptedUpdateCompletedWorkflow'), 'outcomeUnknown'],
    ['a run whose record is away for long', failedUpdate('OutcomeUnknown'), 'outcomeUnknown'],
    [
      'a transaction whose connection was cut',
      fault('Client has encountered a connection error and is not queryable'),
      'outcomeUnknown',
    ],
    ['an outage wrapped in another error', fault('wrapped', undefined, fault('x', 'P1001')), 'notDone'],
  ])('by %s is told by its code', (_case, error, meaning) => {
    expect(outageOf(error)).toBe(meaning);
  });

  it('is not what a refused constraint is, nor a bug', () => {
    expect(outageOf(fault('unique constraint', 'P2002'))).toBeUndefined();
    expect(outageOf(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(outageOf(failedUpdate('Refused'))).toBeUndefined();
  });

  it('after a command was carried out never means that nothing was done', async () => {
    const away = afterDelivery(() => Promise.reject(fault('x', 'P1001')));
    await expect(away).rejects.toEqual(expect.objectContaining({ slug: 'outcome-unknown', status: 503 }));
    await expect(away).rejects.toBeInstanceOf(Problem);
    await expect(afterDelivery(() => Promise.reject(new TypeError('a bug')))).rejects.toBeInstanceOf(TypeError);
  });
});
