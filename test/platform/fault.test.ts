import { faultOf } from '../../platform/fault.ts';

test('an error is logged by name, code and place; what its message says, on however many lines, is not', () => {
  const error = Object.assign(new RangeError('Key (name)=(卫听澜) already exists.\nFailing row: 320411'), {
    code: 'P2010',
  });
  const fault = faultOf(error);
  expect(fault).toMatchObject({ fault: 'RangeError', code: 'P2010' });
  expect(fault.frames?.[0]).toContain('fault.test.ts');
  expect(JSON.stringify(fault)).not.toMatch(/卫听澜|320411/);
});

test('the type of the failure beneath is told, and what was thrown but is no error by its kind', () => {
  const beneath = Object.assign(new Error('detail'), { type: 'RecordAway' });
  expect(faultOf(new Error('above', { cause: beneath }))).toMatchObject({ beneath: 'RecordAway' });
  expect(faultOf('卫听澜')).toEqual({ fault: 'string' });
});
