import type { z } from 'zod';
import type { newApplication } from '../../contracts/http/application.ts';
import { identityCheckDigit } from '../../policy/identity-number.ts';
import { yuan } from '../../policy/money.ts';

/** A form of a new application as it is sent. */
export type ApplicationForm = z.input<typeof newApplication>;

/** A synthetic identity number of somebody born on that day in 新北区: odd sequences are men's, the check character is right. */
export function syntheticNumber(born: string, sequence: number): string {
  const digits = `320411${born.replaceAll('-', '')}${String(sequence % 1000).padStart(3, '0')}`;
  return `${digits}${identityCheckDigit(digits)}`;
}

/**
 * An invented couple with a boy of ten in 2023; the man earns low wages. Each `number` is another family, all with
 * identity numbers of their own (up to 300 families).
 */
export function inventedFamily(village: string, number = 0): ApplicationForm {
  const sequence = 100 + number * 3;
  return {
    village,
    channel: 'self',
    roll: 'rural',
    head: 0,
    members: [
      {
        name: '何远舟',
        identityNumber: syntheticNumber('1984-03-11', sequence),
        relation: 'head',
        incomes: [{ type: 'wage', annual: yuan(24_240) }],
        monthsWorked: 12,
      },
      { name: '罗晚晴', identityNumber: syntheticNumber('1986-11-02', sequence + 1), relation: 'spouse', incomes: [] },
      {
        name: '何小满',
        identityNumber: syntheticNumber('2013-05-20', sequence + 2),
        relation: 'child',
        student: 'compulsory',
        incomes: [],
      },
    ],
    financialAssets: yuan(8_000),
    homes: 1,
    shops: 0,
    vehicles: [],
    companyInterests: [],
    account: { holder: 0, capacity: 'recipient', bank: '江南农村商业银行', number: '6228480412345670018' },
    needs: ['基本生活'],
    causeOfHardship: '一人务工，配偶照护子女，收入低。',
    papers: [],
  };
}
