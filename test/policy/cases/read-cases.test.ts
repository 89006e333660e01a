import { readCases } from './read-cases.ts';

const about = "- title: 'a widow without income gets the standard'\n";
const head = `${about}  rule: R-DB\n  ask: assess\n  kind: dibao\n`;
const alone = '  on: { assessedOn: 2021-08-02 }\n  facts: { members: [{}] }\n';
const read = (text: string) => readCases('some.yaml', text);

describe('a file of cases', () => {
  it('takes amounts in yuan, and those of a year by the month', () => {
    const facts = '{ members: [{ incomes: [{ type: rent, annual: 1,000.50 yuan a month }] }] }';
    const [found] = read(
      `${head}  on: { assessedOn: 2021-08-02 }\n  facts: ${facts.replace(/1,[^}]*month/, "'$&'")}\n  expect: { annualIncome: '12,006 yuan' }\n`,
    );
    expect(found?.expected).toEqual({ annualIncome: 1_200_600 });
    expect(found?.answer()).toMatchObject({ annualIncome: 1_200_600 });
  });

  it.each([
    ['an unknown field of the case', `${head}${alone}  expects: {}\n  expect: { amount: 945 yuan }\n`, 'expects'],
    ['a fact nobody asks for', `${head}${alone.replace('{}', '{ wage: 3 }')}  expect: { amount: 1 yuan }\n`, 'wage'],
    [
      'a day that does not exist',
      `${head}${alone.replace('08-02', '02-30')}  expect: { amount: 1 yuan }\n`,
      'assessedOn',
    ],
    ['an unknown parameter', `${head}${alone}  parameters: { dibao.x: 1 }\n  expect: { amount: 1 yuan }\n`, 'dibao.x'],
    [
      'a standard with parts of a yuan',
      `${head}${alone}  parameters: { dibao.standard: 150 }\n  expect: {}\n`,
      'whole number',
    ],
    ['an answer the question does not give', `${head}${alone}  expect: { ammount: 945 yuan }\n`, 'ammount'],
    ['an amount in words', `${head}${alone}  expect: { amount: 945 }\n`.replace('945', 'much'), 'amount'],
    ['a condition that is not tested', `${head}${alone}  expect: { failed: [noYacht] }\n`, 'failed'],
    ['no expectation', `${head}${alone}  expect: {}\n`, 'expects nothing'],
    ['a question nobody asks', `${about}  ask: guess\n`, 'guess'],
    ['the same title twice', `${head}${alone}  expect: { amount: 1 yuan }\n`.repeat(2), 'twice'],
  ])('with %s is refused, naming file, case and field', (_, text, field) => {
    expect(() => read(text)).toThrow(field);
    expect(() => read(text)).toThrow('some.yaml: "a widow without income gets the standard"');
  });
});
